import type { ColumnBatch } from '../store/column-batch.js';
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
  let count = 0;
  for (const rule of rules) {
    for (let row = 0; row < batch.length; row++) {
      if (faulty[row] === 0 && rule.breaks(row)) count += faulty[row] = 1;
    }
  }
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
  const rules: Rule[] = [
    { breaks: (row) => userId.codes[row] === 0, reason: () => missing('user_id', 'who the event is of') },
    { breaks: (row) => event.codes[row] === 0, reason: () => missing('event', 'what happened') },
    numberRule('ts', 'instant', ts, false),
  ];
  if (environment) rules.push(environmentRule(environment, columns));
  if (currency) {
    const isWrong = currency.dictionary.map((code, index) => index > 0 && !isCurrency(code));
    rules.push({
      breaks: (row) => isWrong[currency.codes[row]!]!,
      reason: (row) => mustBe('currency', currency.dictionary[currency.codes[row]!], whatIsAllowed('currency')),
    });
  }
  if (app !== undefined && appId) {
    const own = appId.dictionary.indexOf(app, 1);
    rules.push({
      breaks: (row) => appId.codes[row] !== own,
      reason: (row) =>
        mustBe('app_id', appId.dictionary[appId.codes[row]!], `${JSON.stringify(app)}, the app it is sent to`),
    });
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

function numberRule(
  name: string,
  kind: 'instant' | 'duration' | 'integer' | 'amount' | 'number',
  numbers: Float64Array,
  isOptional: boolean,
): Rule {
  return {
    breaks: (row) => {
      const value = numbers[row]!;
      return Number.isNaN(value) ? !isOptional : !isNumberFor(kind, value, false);
    },
    reason: (row) =>
      Number.isNaN(numbers[row]!) ? missing(name, 'when it happened') : mustBe(name, numbers[row], whatIsAllowed(kind)),
  };
}

function environmentRule(flags: Uint8Array, { environment }: EventColumns): Rule {
  const given = (row: number) => {
    if (!environment || !('codes' in environment)) return environment?.[row];
    return environment.dictionary[environment.codes[row]!];
  };
  return {
    breaks: (row) => flags[row] === environments.length,
    reason: (row) => mustBe('environment', given(row), whatIsAllowed('environment')),
  };
}
