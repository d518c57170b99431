const dash = 0x2d;
const colon = 0x3a;
const plus = 0x2b;

const dayMs = 86_400_000;
/** 9999-12-31T23:59:59.999Z; an event's time lies between the epoch and this. */
const lastInstant = 253_402_300_799_999;

const encoder = new TextEncoder();

/** True where a number of epoch milliseconds is a whole one that an event may carry: 1970 to 9999. */
export function isInstant(ms: number): boolean {
  return Number.isInteger(ms) && ms >= 0 && ms <= lastInstant;
}

/**
 * Reads ISO 8601 instants from bytes: `2015-05-17T10:05:03.123Z`, seconds and their fraction optional, `T`, `t` or a
 * space between day and time, and always a zone (`Z` or an offset `+08:00`, `+0800`, `+08`). A time without a zone is no
 * instant: what it means depends on a place that the log does not name. A fraction beyond milliseconds is cut off.
 *
 * `NaN` for everything else, also for days that no calendar has and hours past 23:59:59. Remembers the last day it read.
 */
export class InstantReader {
  #date = -1;
  #midnight = NaN;

  /** Epoch milliseconds of the instant in `bytes[start, end)`, or `NaN`. */
  read(bytes: Uint8Array, start: number, end: number): number {
    if (end - start < 17 || bytes[start + 13] !== colon || !isSeparator(bytes[start + 10]!)) return NaN;
    const hour = twoDigits(bytes, start + 11);
    const minute = twoDigits(bytes, start + 14);
    if (hour > 23 || minute > 59) return NaN;
    let at = start + 16;
    let ms = this.#dayOf(bytes, start) + hour * 3_600_000 + minute * 60_000;
    if (bytes[at] === colon) {
      const second = twoDigits(bytes, at + 1);
      if (second > 59) return NaN;
      ms += second * 1000;
      at += 3;
      const mark = bytes[at];
      if (mark === 0x2e || mark === 0x2c) {
        const from = ++at;
        for (let unit = 100; at < end && isDigit(bytes[at]!); at++, unit /= 10) {
          if (unit >= 1) ms += (bytes[at]! - 0x30) * unit;
        }
        if (at === from) return NaN;
      }
    }
    ms -= offsetMs(bytes, at, end);
    return isInstant(ms) ? ms : NaN;
  }

  /** {@link read} of a text. */
  readText(text: string): number {
    const bytes = encoder.encode(text);
    return this.read(bytes, 0, bytes.length);
  }

  #dayOf(bytes: Uint8Array, start: number): number {
    if (bytes[start + 4] !== dash || bytes[start + 7] !== dash) return NaN;
    const year = twoDigits(bytes, start) * 100 + twoDigits(bytes, start + 2);
    const month = twoDigits(bytes, start + 5);
    const day = twoDigits(bytes, start + 8);
    const date = year * 10_000 + month * 100 + day;
    if (date === this.#date) return this.#midnight;
    if (year > 9999 || month > 12) return NaN;
    this.#date = date;
    this.#midnight = midnightOf(year, month, day);
    return this.#midnight;
  }
}

/** Midnight in UTC of a day, or `NaN` where the calendar has no such day. */
function midnightOf(year: number, month: number, day: number): number {
  const ms = Date.UTC(year, month - 1, day);
  const date = new Date(ms);
  const exists = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists ? Math.floor(ms / dayMs) * dayMs : NaN;
}

/** What a zone takes from local time, in milliseconds; `NaN` where `bytes[at, end)` is no zone. */
function offsetMs(bytes: Uint8Array, at: number, end: number): number {
  const sign = bytes[at];
  const length = end - at;
  if (length === 1) return sign === 0x5a || sign === 0x7a ? 0 : NaN;
  if (sign !== plus && sign !== dash) return NaN;
  const colons = bytes[at + 3] === colon ? 1 : 0;
  if (length !== 3 && length !== 5 + colons) return NaN;
  const hours = twoDigits(bytes, at + 1);
  const minutes = length === 3 ? 0 : twoDigits(bytes, at + 3 + colons);
  if (hours > 23 || minutes > 59) return NaN;
  return (sign === plus ? 1 : -1) * (hours * 60 + minutes) * 60_000;
}

/** What stands for two bytes that are no digits: past every bound, also as a part of a year. */
const noDigits = 1_000_000;

/** Two digits as a number, else {@link noDigits}. */
function twoDigits(bytes: Uint8Array, at: number): number {
  const tens = bytes[at]! - 0x30;
  const ones = bytes[at + 1]! - 0x30;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : noDigits;
}

function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39;
}

function isSeparator(byte: number): boolean {
  return byte === 0x54 || byte === 0x74 || byte === 0x20;
}
