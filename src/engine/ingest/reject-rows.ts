import type { CodedColumn, ColumnBatch } from '../store/column-batch.js';
import { isNumberFor, whatIsAllowed } from './cell.js';
import type { EventColumns } from './event-columns.js';
import { environments } from './fields.js';
import { isCurrency } from './minor-units.js';
import { missing, mustBe } from './reasons.js';
import type { Rejections } from './rejections.js';

/** One rule that a row of a batch can break. */
interface Rule {
  breaks(row: number): boolean;
  reason(row: number): string;
  /** Marks the rows that break it, and says how many were not marked before. */
  mark(faulty: Uint8Array): number;
}

/** Holds the rows of a batch to the rules of raw events; the rows that stay, or `null` where all of them do. */
export function rejectRows(
  batch: ColumnBatch,
  columns: EventColumns,
  app: string | undefined,
  rejections: Rejections,
): Uint32Array | null {
  const rules = rulesOf(batch, columns, app);
  const faulty = new Uint8Array(batch.length);
  const count = rules.reduce((sum, rule) => sum + rule.mark(faulty), 0);
  if (count === 0) return null;
  const kept = new Uint32Array(batch.length - count);
  for (let row = 0, at = 0; row < batch.length; row++) {
    if (faulty[row] === 0) kept[at++] = row;
    else rejections.add(row + 1, rules.find((rule) => rule.breaks(row))!.reason(row));
  }
  return kept;
}

function rulesOf(batch: ColumnBatch, columns: EventColumns, app: string | undefined): Rule[] {
  const { userId, event, ts, environment, currency, appId } = batch;
  const rules = [
    codeRule(userId.codes, missingOnly(userId), () => missing('user_id', 'who the event is of')),
    codeRule(event.codes, missingOnly(event), () => missing('event', 'what happened')),
    numberRule('ts', 'instant', ts, false),
  ];
  if (environment) rules.push(environmentRule(environment, columns));
  if (currency) {
    const isWrong = Uint8Array.from(currency.dictionary, (code, index) => +(index > 0 && !isCurrency(code)));
    rules.push(
      codeRule(currency.codes, isWrong, (row) =>
        mustBe('currency', currency.dictionary[currency.codes[row]!], whatIsAllowed('currency')),
      ),
    );
  }
  if (app !== undefined && appId) {
    const own = appId.dictionary.indexOf(app, 1);
    const isOther = Uint8Array.from(appId.dictionary, (_, code) => +(code !== own));
    rules.push(
      codeRule(appId.codes, isOther, (row) =>
        mustBe('app_id', appId.dictionary[appId.codes[row]!], `${JSON.stringify(app)}, the app it is sent to`),
      ),
    );
  }
  return [...rules, ...numberRules(batch)];
}

function numberRules(batch: ColumnBatch): Rule[] {
  const columns = [
    ['duration_ms', 'duration', batch.durationMs],
    ['scene', 'integer', batch.scene],
    ['amount', 'amount', batch.amount],
    ['device_width', 'number', batch.fields?.device_width],
    ['device_height', 'number', batch.fields?.device_height],
  ] as const;
  const properties = Object.entries(batch.properties ?? {}).map(
    ([name, { numbers }]) => [`properties.${name}`, 'number', numbers] as const,
  );
  return [...columns, ...properties].flatMap(([name, kind, column]) =>
    column ? [numberRule(name, kind, column.numbers, true)] : [],
  );
}

/** A rule on codes: a row breaks it where the table has 1 at its code. Columns are as long as the log, so the loop is plain. */
function codeRule(codes: CodedColumn['codes'], isWrong: Uint8Array, reason: Rule['reason']): Rule {
  return {
    breaks: (row) => isWrong[codes[row]!] === 1,
    reason,
    mark(faulty) {
      let count = 0;
      for (let row = 0; row < faulty.length; row++) {
        if (isWrong[codes[row]!] === 1 && faulty[row] === 0) count += faulty[row] = 1;
      }
      return count;
    },
  };
}

/** The table of a column that may not be missing. */
function missingOnly({ dictionary }: CodedColumn): Uint8Array {
  const isWrong = new Uint8Array(dictionary.length);
  isWrong[0] = 1;
  return isWrong;
}

type NumberKind = 'instant' | 'duration' | 'integer' | 'amount' | 'number';

function numberRule(name: string, kind: NumberKind, numbers: Float64Array, isOptional: boolean): Rule {
  const breaks = (row: number) => {
    const value = numbers[row]!;
    return Number.isNaN(value) ? !isOptional : !isNumberFor(kind, value, false);
  };
  return {
    breaks,
    reason: (row) =>
      Number.isNaN(numbers[row]!) ? missing(name, 'when it happened') : mustBe(name, numbers[row], whatIsAllowed(kind)),
    mark(faulty) {
      let count = 0;
      for (let row = 0; row < faulty.length; row++) {
        const value = numbers[row]!;
        // Whole numbers from 0 up to here fit every kind, and nearly all are such.
        if (value >= 0 && value <= usual && Math.floor(value) === value) continue;
        if (faulty[row] === 0 && breaks(row)) count += faulty[row] = 1;
      }
      return count;
    },
  };
}

/** In the year 9950, as an instant. */
const usual = 2.5e14;

function environmentRule(flags: Uint8Array, { environment }: EventColumns): Rule {
  const given = (row: number) => {
    if (!environment || !('codes' in environment)) return environment?.[row];
    return environment.dictionary[environment.codes[row]!];
  };
  const isWrong = new Uint8Array(environments.length + 1);
  isWrong[environments.length] = 1;
  return codeRule(flags, isWrong, (row) => mustBe('environment', given(row), whatIsAllowed('environment')));
}
