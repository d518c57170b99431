import type { DetailedHTMLProps, HTMLAttributes } from 'react';
import type { LitElement } from 'lit';
import type {} from './define-elements.js';

/** The elements' tags, under the prefix that they have by default. */
type Tag = Extract<keyof HTMLElementTagNameMap, `ma-${string}`>;

/** What a property is set to: what has an attribute takes its text, and `null` means the default. */
type Settable<Value> = NonNullable<Value> extends string | boolean ? Value | null : TakesText<Value>;
type TakesText<Value> = NonNullable<Value> extends number | readonly unknown[] ? Value | string | null : Value | null;

/** The properties of an element that are its own; those of every Lit element, and methods, are not for a tag. */
type OwnProperties<Element> = {
  [
    Name in keyof Element as Name extends keyof LitElement
      ? never
      : Element[Name] extends (...args: never[]) => unknown
        ? never
        : Name
  ]?: Settable<Element[Name]>;
};

/** Handlers of the events that the elements fire: `onmetric-select` and so on. */
type OwnEvents = {
  [Name in Extract<keyof HTMLElementEventMap, `${string}-${string}`> as `on${Name}`]?: (
    event: HTMLElementEventMap[Name],
  ) => void;
};

/** The elements as React 19 sets them in JSX. */
export type AnalyticsElements = {
  [Name in Tag]: DetailedHTMLProps<HTMLAttributes<HTMLElementTagNameMap[Name]>, HTMLElementTagNameMap[Name]> &
    OwnProperties<HTMLElementTagNameMap[Name]> &
    OwnEvents;
};

declare module 'react' {
  // eslint-disable-next-line @typescript-eslint/no-namespace -- React declares its tags in one.
  namespace JSX {
    // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- An interface is what can be added to.
    interface IntrinsicElements extends AnalyticsElements {}
  }
}
