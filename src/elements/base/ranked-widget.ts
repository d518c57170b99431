import type { BreakdownReport, Meta, RangeQuery } from '#contract/api.js';
import type { Scope } from '#contract/report-source.js';
import type { Client } from '#client/client.js';
import type { AskOptions } from '#client/session.js';
import type { BaseMessages } from '#i18n/base/section.js';
import type { Messages } from '#i18n/message.js';
import type { Texts } from '#i18n/texts.js';
import type { Action } from './actions.js';
import type { PartValues } from './explanation-controller.js';
import { property } from './property.js';
import { rangeQuery } from './question.js';
import type { RankedQuestion } from './ranked-question.js';
import { Widget } from './widget.js';

/** A widget that shows a breakdown as a ranked list: pages, sources. */
export abstract class RankedWidget<Own extends Messages> extends Widget<RankedQuestion, BreakdownReport, Own> {
  /** The title; default what is ranked, in the widget's language. */
  @property() heading: string | undefined;

  /** Lets the reader choose a row, which fires an event. */
  @property({ type: Boolean }) selectable = false;

  /** A breakdown to show, instead of asking for one. */
  @property({ attribute: false }) data: BreakdownReport | undefined;

  /** Gives the reader what is counted as a CSV file. */
  abstract download(): Promise<void>;

  protected override given(): BreakdownReport | undefined {
    return this.data;
  }

  protected override ask(
    client: Client,
    { scope, query }: RankedQuestion,
    options: AskOptions,
  ): Promise<BreakdownReport> {
    return client.breakdown(scope, query, options);
  }

  protected override subject({ scope, query }: RankedQuestion): string {
    return [scope, ...query.metrics].join(' ');
  }

  protected override within({ scope }: RankedQuestion): { scope: Scope; query: RangeQuery } {
    return { scope, query: rangeQuery(this.settingsInForce) };
  }

  protected override knownValues({ totals }: BreakdownReport): PartValues {
    return new Map(Object.entries(totals.values));
  }

  protected override meta({ meta }: BreakdownReport): Meta {
    return meta;
  }

  protected override isEmpty({ rows }: BreakdownReport): boolean {
    return rows.length === 0;
  }

  /** File, definition of the metric that ranks, refresh. */
  protected actionsFor(metric: string, texts: Texts<BaseMessages>): Action[] {
    const label = texts.get('action.csv');
    const download: Action = { id: 'csv', icon: 'download', label, run: () => void this.download() };
    return [...(this.shown ? [download] : []), ...this.definitionAction(metric, texts), ...this.refreshAction(texts)];
  }
}
