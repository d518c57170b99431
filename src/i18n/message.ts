/** Forms of a text that counts: one for each plural category of its language; `other` is always there. */
export interface Plural {
  readonly zero?: string;
  readonly one?: string;
  readonly two?: string;
  readonly few?: string;
  readonly many?: string;
  readonly other: string;
}

/**
 * A text with places for values: `Data until {time}`. One that counts is chosen by `{count}`. Texts are never built by
 * joining others: word order belongs to the language.
 */
export type Message = string | Plural;

/** Texts by key. Keys are unique over all sections: `state.empty`, `trend.soFar`. */
export type Messages = Readonly<Record<string, Message>>;

type Places<Text> = Text extends `${string}{${infer Place}}${infer Rest}` ? Place | Places<Rest> : never;

/** Names of the places in a message: `'time'` for `Data until {time}`. */
export type PlacesOf<Text extends Message> = Text extends string ? Places<Text> : Places<Text[keyof Text]> | 'count';
