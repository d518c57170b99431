import type { Source } from '#contract/api.js';

/** A source dictionary: which source each scene counts under, and what sources are called. */
export class SourceBook {
  /** The key of the source that lists a scene. */
  readonly keyOfScene: ReadonlyMap<number, string>;
  readonly #labels: ReadonlyMap<string, string>;

  constructor(sources: readonly Source[]) {
    this.keyOfScene = new Map(sources.flatMap(({ key, scenes }) => scenes.map((scene) => [scene, key] as const)));
    this.#labels = new Map(sources.map(({ key, label }) => [key, label.en]).reverse() as [string, string][]);
  }

  /** Whether no source lists a scene. */
  isUnknown(scene: number): boolean {
    return !this.keyOfScene.has(scene);
  }

  /** The English name of a source, or its text where the dictionary lacks it. */
  labelOf(key: string): string {
    return this.#labels.get(key) ?? key;
  }
}
