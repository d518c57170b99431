import { nameTable, type Mapping, type NameMeaning } from '#engine/ingest/reading.js';

/** A raw name that may fill a field or a custom property. */
export interface Candidate {
  /** The place of the raw name among all. */
  readonly column: number;
  readonly meaning: NameMeaning;
  /** Where the name means a field: it is a custom property only in rows in which one of these fills the field. */
  readonly beatenBy?: readonly Candidate[];
}

/** What the names of some files are, by a mapping. Of several candidates the first with a value counts. */
export interface NamePlan {
  readonly names: readonly string[];
  readonly fields: ReadonlyMap<string, readonly Candidate[]>;
  /** Custom properties by name. */
  readonly properties: ReadonlyMap<string, readonly Candidate[]>;
  /** Names that hold objects of custom properties; what these carry counts before all candidates. */
  readonly objects: readonly Candidate[];
}

const prefix = 'properties.';

/** Settles what each name is. */
export function namePlan(names: readonly string[], mapping: Mapping | undefined): NamePlan {
  const table = nameTable(mapping);
  const fields = new Map<string, Candidate[]>();
  const properties = new Map<string, Candidate[]>();
  const objects: Candidate[] = [];
  names.forEach((raw, column) => {
    const meaning = table.of(raw.trim());
    if (meaning.kind === 'ignored') return;
    if (meaning.kind === 'properties') objects.push({ column, meaning });
    else if (meaning.kind === 'property') add(properties, meaning.field.slice(prefix.length), { column, meaning });
    else add(fields, meaning.field, { column, meaning });
  });
  for (const candidates of fields.values()) {
    candidates.sort(byRank);
    candidates.slice(1).forEach(({ column, meaning: { name } }, place) => {
      const beatenBy = candidates.slice(0, place + 1);
      add(properties, name, { column, meaning: table.spare(name), beatenBy });
    });
  }
  for (const candidates of properties.values()) candidates.sort(byRank);
  return { names, fields, properties, objects };
}

/**
 * The column of a custom property in view `file_values`, after the raw name that was met first: names that are met later
 * change no column of before.
 */
export function propertyColumn(candidates: readonly Candidate[]): string {
  const first = candidates.reduce((a, b) => (b.column < a.column ? b : a));
  return `${first.beatenBy ? 's' : 'p'}${first.column}`;
}

function byRank({ meaning: a }: Candidate, { meaning: b }: Candidate): number {
  return a.rank - b.rank || (a.name < b.name ? -1 : 1);
}

function add(candidates: Map<string, Candidate[]>, key: string, candidate: Candidate): void {
  const known = candidates.get(key);
  if (known) known.push(candidate);
  else candidates.set(key, [candidate]);
}
