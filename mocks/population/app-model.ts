import type { HourShape, WeekShape } from './calendar.js';
import type { Random } from './random.js';
import type { Words } from './words.js';

/** Values of the properties of one event. */
export type Properties = Record<string, string | number | boolean>;

/** Something that people do on a page, beside looking at it. */
export interface Action {
  /** A reserved name or a custom event. */
  readonly event: string;
  /** How often it happens on a view of its page. */
  readonly chance: number;
  readonly properties?: (random: Random, words: Words) => Properties;
  /** Minor units, for what earns money. */
  readonly amount?: (random: Random, words: Words) => number;
}

/** One page of an app, and how people walk on from it. */
export interface Page {
  readonly path: string;
  /** Weight among the pages that an open begins with. */
  readonly entry: number;
  /** How many of its views are the last of their open. */
  readonly exit: number;
  /** Median stay in seconds. */
  readonly stay: number;
  /** Weights of the pages that follow. */
  readonly next: Readonly<Record<string, number>>;
  readonly actions?: readonly Action[];
}

/** A way into an app: what a launch says about where the user came from. */
export interface WayIn {
  readonly scene?: number;
  readonly source?: string;
  /** Codes on tables, cups and posters, where the way in is a code that was scanned. */
  readonly qrCodes?: readonly string[];
  /** Weight among people who have never been here, and among those who have. */
  readonly fresh: number;
  readonly known: number;
}

/** Everything the simulation needs to know of one app. */
export interface AppModel {
  readonly id: string;
  readonly name: string;
  readonly type: 'mini_program' | 'mini_game' | 'h5_app';
  readonly team: string;
  /** Colour and letter of its icon. */
  readonly icon: { readonly colour: string; readonly letter: string };
  /** On which day of the population it opens its doors. */
  readonly firstDay: number;
  /** New people on an ordinary day, before growth. */
  readonly newcomers: number;
  /** How readily people come back, against 1. */
  readonly pull: number;
  /** Opens of somebody who is here today, beyond the first. */
  readonly moreOpens: number;
  readonly week: WeekShape;
  readonly hours: HourShape;
  readonly anyScreen: boolean;
  readonly pages: readonly Page[];
  readonly waysIn: readonly WayIn[];
  /** How often a finished open ends with the app put on, or taken off, the user's own list. */
  readonly adds: number;
  readonly removes: number;
}
