import type { Source } from '#contract/api.js';
import { otherSourceKey } from '#contract/source-keys.js';
import type { Store } from '../store/store.js';

/**
 * A source dictionary over the codes of a store: which source each scene counts under. A scene that no source lists
 * counts under key 10 (other).
 */
export class SourceBook {
  readonly #store: Store;
  readonly #sources: readonly Source[];
  readonly #keyOfScene = new Map<number, string>();

  constructor(store: Store, sources: readonly Source[]) {
    this.#store = store;
    this.#sources = sources;
    for (const { key, scenes } of sources) for (const scene of scenes) this.#keyOfScene.set(scene, key);
  }

  /** How many codes of sources there can be, those of scenes included. */
  get size(): number {
    return this.#store.dictionary('source').size;
  }

  /** The code of the source of each code of a scene. */
  sourceOfScene(): Uint32Array {
    const [scenes, sources] = [this.#store.dictionary('scene'), this.#store.dictionary('source')];
    const found = new Uint32Array(scenes.size);
    for (let code = 1; code < scenes.size; code++) {
      found[code] = sources.add(this.#keyOfScene.get(Number(scenes.valueOf(code))) ?? otherSourceKey);
    }
    return found;
  }

  /** Whether no source lists a scene. */
  isUnknown(scene: number): boolean {
    return !this.#keyOfScene.has(scene);
  }

  /** The English name of a source, or its text where the dictionary lacks it. */
  labelOf(key: string): string {
    return this.#sources.find((source) => source.key === key)?.label.en ?? key;
  }
}
