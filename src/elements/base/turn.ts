/** How long widgets are drawn in one task: short enough for a page to be used meanwhile, and long enough for few frames. */
const SLICE_MS = 64;

/** What is drawn in a turn. */
export interface Turning {
  /** What is near the viewport comes before what is not. */
  readonly isNear: boolean;
  /** Resolves when it is drawn. */
  drawn(): Promise<unknown>;
  /** What it is drawn in. */
  readonly place: Element;
}

interface Waiting {
  readonly go: () => void;
  readonly what: Turning | undefined;
}

const queue: Waiting[] = [];
/** What each took last time. */
const costs = new WeakMap<Element, number>();
let isGoing = false;

/**
 * Waits for a turn where others wait too: a page whose answers have all come at once draws one widget after the other, as
 * many in a task as its time allows, and can be used meanwhile. Whoever does not say when it is drawn has a task of its own.
 */
export function turn(what?: Turning): Promise<void> {
  return new Promise((go) => {
    const at = what?.isNear === false ? -1 : queue.findIndex((other) => other.what?.isNear === false);
    queue.splice(at < 0 ? queue.length : at, 0, { go, what });
    if (!isGoing) void goOn();
  });
}

async function goOn(): Promise<void> {
  isGoing = true;
  let began = performance.now();
  for (let next: Waiting | undefined; (next = queue.shift());) {
    const isSameTask = await draw(next);
    const [after] = queue;
    if (isSameTask && performance.now() - began + (after ? costOf(after) : 0) < SLICE_MS) continue;
    if (isSameTask) await nextTask();
    began = performance.now();
  }
  isGoing = false;
}

/**
 * Lets one draw, and tells whether that took no longer than the task. What is drawn is laid out at once while others wait:
 * a layout takes longer than a template, and would else be left for the frame, or for whoever sets a font on a canvas, in
 * one piece for all.
 */
async function draw({ go, what }: Waiting): Promise<boolean> {
  const began = performance.now();
  go();
  const isDrawn = what?.drawn().then(
    () => true,
    () => true,
  );
  const isSameTask = await Promise.race([...(isDrawn ? [isDrawn] : []), nextTask().then(() => false)]);
  if (isSameTask && what && queue.length > 0) {
    what.place.getBoundingClientRect();
    costs.set(what.place, performance.now() - began);
  }
  return isSameTask;
}

const costOf = ({ what }: Waiting): number => (what && costs.get(what.place)) ?? 0;

/** While nobody looks there is nothing to wait for: a page in the background has a timer run once a second. */
export function nextTask(): Promise<unknown> {
  return Promise.resolve(document.hidden || new Promise((resolve) => setTimeout(resolve)));
}
