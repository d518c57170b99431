import type { AppModel, Page, WayIn } from './app-model.js';
import type { Member } from './member.js';
import type { Random } from './random.js';
import type { Opening, Row } from './row.js';
import { Weighted } from './weighted.js';
import type { Words } from './words.js';

/** Of opens by people who have been here, so many wake an app that is still loaded: no launch, a page view begins them. */
const warmOpens = 0.22;
/** Launches that are given up before a page shows. */
const givenUp = 0.012;
/** Page views whose client also reports the stay when it is left. */
const reportedLeaves = 0.15;
/** Opens whose end the client gets to report. */
const reportedEnds = 0.9;
type Writable<Type> = { -readonly [Key in keyof Type]: Type[Key] };

const longestStayMs = 20 * 60_000;
const mostPages = 40;

const networks = new Weighted([
  ['wifi', 55],
  ['5g', 31],
  ['4g', 13],
  ['3g', 1],
]);

/** Walks people through one app, page by page. */
export class Walker {
  readonly #model: AppModel;
  readonly #random: Random;
  readonly #words: Words;
  readonly #pages: ReadonlyMap<string, Page>;
  readonly #entries: Weighted<Page>;
  readonly #next = new Map<Page, Weighted<Page>>();
  readonly #waysOfFresh: Weighted<WayIn>;
  readonly #waysOfKnown: Weighted<WayIn>;

  constructor(model: AppModel, random: Random, words: Words) {
    this.#model = model;
    this.#random = random;
    this.#words = words;
    this.#pages = new Map(model.pages.map((page) => [page.path, page]));
    this.#entries = new Weighted(model.pages.map((page) => [page, page.entry] as const));
    for (const page of model.pages) {
      const following = Object.entries(page.next).map(([path, weight]) => [this.#page(path), weight] as const);
      this.#next.set(page, new Weighted(following));
    }
    this.#waysOfFresh = new Weighted(model.waysIn.map((way) => [way, way.fresh] as const));
    this.#waysOfKnown = new Weighted(model.waysIn.map((way) => [way, way.known] as const));
  }

  /** One open: from its start to the last page. Rows come out nearly in time order. */
  open(member: Member, start: number, fresh: boolean, out: Row[]): void {
    const random = this.#random;
    let opening: Opening | null = this.#opening(fresh);
    let at = Math.max(start, member.busyUntil + 4_000 + random.int(90_000));
    if (fresh || !random.chance(warmOpens)) {
      const launch = this.#row(at, member, 'launch', null);
      launch.opening = opening;
      out.push(launch);
      opening = null;
      at += 120 + random.int(900);
      if (random.chance(givenUp)) {
        this.#end(member, at + random.int(4_000), null, out);
        return;
      }
    }
    let page = this.#entries.draw(random);
    for (let seen = 1; ; seen++) {
      const view = this.#row(at, member, 'page_view', page.path);
      view.opening = opening;
      out.push(view);
      opening = null;
      const stay = Math.min(longestStayMs, Math.round(400 + random.logNormal(page.stay * 1000, 0.85)));
      this.#act(member, page, at, stay, out);
      at += stay;
      if (random.chance(reportedLeaves)) {
        const leave = this.#row(at - 1, member, 'page_leave', page.path);
        leave.durationMs = Math.round(stay * (0.75 + 0.25 * random.next()));
        out.push(leave);
      }
      if (seen === mostPages || random.chance(page.exit)) break;
      page = this.#next.get(page)!.draw(random);
    }
    this.#end(member, at, page, out);
  }

  #opening(fresh: boolean): Opening {
    const way = (fresh ? this.#waysOfFresh : this.#waysOfKnown).draw(this.#random);
    const qrCode = way.qrCodes ? this.#random.pick(way.qrCodes) : null;
    return { way, qrCode, network: networks.draw(this.#random) };
  }

  #act(member: Member, page: Page, from: number, stay: number, out: Row[]): void {
    const random = this.#random;
    for (const action of page.actions ?? []) {
      if (!random.chance(action.chance)) continue;
      const at = from + Math.round(stay * (0.1 + 0.8 * random.next()));
      const row = this.#row(at, member, action.event, page.path);
      row.amount = action.amount?.(random, this.#words) ?? null;
      row.properties = action.properties?.(random, this.#words) ?? null;
      out.push(row);
    }
  }

  #end(member: Member, at: number, page: Page | null, out: Row[]): void {
    const random = this.#random;
    if (page && random.chance(member.holds ? this.#model.removes : this.#model.adds)) {
      out.push(this.#row(at - 2, member, member.holds ? 'remove' : 'add', page.path));
      member.holds = !member.holds;
    }
    if (random.chance(reportedEnds)) out.push(this.#row(at, member, 'background', null));
    member.busyUntil = at;
  }

  /** All rows have one shape: a log of them is several times as quick to make and to read. */
  #row(ts: number, member: Member, event: string, page: string | null): Writable<Row> {
    const none = null;
    return {
      ts,
      model: this.#model,
      member,
      event,
      page,
      durationMs: none,
      opening: none,
      amount: none,
      properties: none,
    };
  }

  #page(path: string): Page {
    const page = this.#pages.get(path);
    if (!page) throw new RangeError(`${this.#model.id} leads to a page that it does not have: ${path}`);
    return page;
  }
}
