import type { Timers } from './timers.js';

/** How long answers are kept. */
export interface CachePolicy {
  /** How many answers at most; the one unused longest goes first. Default 200. */
  entries: number;
  /** The least time an answer serves, so that widgets that appear one after another share it. Default 5,000. */
  minAgeMs: number;
  /** How long an answer serves that does not say when there can be news (catalogue, apps, a file's report). Default 300,000. */
  maxAgeMs: number;
}

/** The policy where the host gives none. */
export const defaultCache: CachePolicy = { entries: 200, minAgeMs: 5_000, maxAgeMs: 300_000 };

/** Answers of one identity, each until there can be news of it (`meta.next_refresh_at`). */
export class AnswerCache {
  readonly #entries = new Map<string, { answer: unknown; freshUntil: number }>();

  constructor(
    private readonly policy: CachePolicy,
    private readonly timers: Timers,
  ) {}

  /** The answer, if there is one that can still be true. */
  get(key: string): { answer: unknown } | undefined {
    const entry = this.#entries.get(key);
    if (!entry) return undefined;
    this.#entries.delete(key);
    if (entry.freshUntil <= this.timers.now()) return undefined;
    this.#entries.set(key, entry);
    return entry;
  }

  set(key: string, answer: unknown): void {
    const now = this.timers.now();
    const next = nextRefresh(answer);
    const { entries, minAgeMs, maxAgeMs } = this.policy;
    this.#entries.delete(key);
    this.#entries.set(key, {
      answer,
      freshUntil: next === undefined ? now + maxAgeMs : Math.max(next, now + minAgeMs),
    });
    for (const oldest of this.#entries.keys()) {
      if (this.#entries.size <= entries) break;
      this.#entries.delete(oldest);
    }
  }

  clear(): void {
    this.#entries.clear();
  }
}

function nextRefresh(answer: unknown): number | undefined {
  const { next_refresh_at: next } = (answer as { meta?: { next_refresh_at?: string | null } }).meta ?? {};
  return next ? Date.parse(next) : undefined;
}
