// A React host's file, checked as consumer.ts is.
import 'miniapp-analytics/define';
import type {} from 'miniapp-analytics/react';
import type { AnalyticsElements } from 'miniapp-analytics/react';
import type { MaScope } from 'miniapp-analytics';
import type { Client } from 'miniapp-analytics/client';
import { useRef } from 'react';

export function Overview({ client, metrics }: { readonly client: Client; readonly metrics: readonly string[] }) {
  const scope = useRef<MaScope>(null);
  return (
    <ma-scope ref={scope} client={client} app="lantern-tea" range="last_30_days" className="page">
      <ma-metric-card metric="opens" selectable onmetric-select={(event) => event.metric.trim()} />
      <ma-trend-chart metrics="opens,visits" />
      <ma-trend-chart metrics={metrics} compare={null} slot="charts" />
      <ma-page-table pageSize={20} />
      <ma-page-table pageSize="20" />
      {/* @ts-expect-error A range has a name of the contract. */}
      <ma-scope range="yesterweek" />
      {/* @ts-expect-error Elements have no such property. */}
      <ma-metric-card colour="red" />
      {/* @ts-expect-error A report is no text. */}
      <ma-metric-card data="5" />
      {/* @ts-expect-error A method is called, not set. */}
      <ma-metric-card refresh={undefined} />
    </ma-scope>
  );
}

type Acme = {
  [Tag in keyof AnalyticsElements as Tag extends `ma-${infer Name}` ? `acme-${Name}` : never]: AnalyticsElements[Tag];
};
export const card: Acme['acme-metric-card'] = { metric: 'opens' };
