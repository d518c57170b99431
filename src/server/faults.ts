import type { Fault } from '#contract/api.js';
import { problems, ReportError, type ProblemCode } from '#contract/problems.js';
import { nearestFirst, suggestion } from './nearest.js';

/** Collects all faults of a request, so that one answer names them all. */
export class Faults {
  readonly #found: { code: ProblemCode; fault: Fault }[] = [];

  /** Whether none was found. */
  get isEmpty(): boolean {
    return this.#found.length === 0;
  }

  /** A value that cannot be read. */
  malformed(parameter: string, message: string, allowed?: readonly string[]): void {
    this.add('malformed', parameter, message, allowed);
  }

  /** A value that is not a word of a closed list. */
  unknownWord(parameter: string, value: string, allowed: readonly string[], what = `a value of ${parameter}`): void {
    const message = `“${value}” is not ${what}.${suggestion(value, allowed)} Use one of: ${allowed.join(', ')}.`;
    this.malformed(parameter, message, allowed);
  }

  /** A name that this back end does not know; what it knows is listed, the nearest first. */
  unknownName(code: ProblemCode, parameter: string, what: string, value: string, known: readonly string[]): void {
    const message = `“${value}” is not ${what} of this back end.${suggestion(value, known)}`;
    this.add(code, parameter, message, nearestFirst(value, known));
  }

  /** Any fault, under the problem it makes when it is the only kind. */
  add(code: ProblemCode, parameter: string, message: string, allowed?: readonly string[]): void {
    if (this.#found.some(({ fault }) => fault.parameter === parameter && fault.message === message)) return;
    this.#found.push({ code, fault: { parameter, message, ...(allowed && { allowed: [...allowed] }) } });
  }

  /** Throws what was found, as one error; where kinds mix, a malformed value makes the whole malformed. */
  throwIfAny(): void {
    const error = this.toError();
    if (error) throw error;
  }

  /** What was found as one error, or nothing. */
  toError(): ReportError | undefined {
    if (this.isEmpty) return undefined;
    const faults = this.#found.map(({ fault }) => fault);
    const detail = faults.map(({ parameter, message }) => `${parameter}: ${message}`).join(' ');
    return new ReportError(this.#code(), detail, faults);
  }

  #code(): ProblemCode {
    const codes = new Set(this.#found.map(({ code }) => code));
    for (const code of codes) if (problems[code].status === 400) return code;
    return codes.size === 1 ? [...codes][0]! : 'not_answerable';
  }
}
