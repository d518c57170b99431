import type { Mapping } from '#engine/index.js';
import type { DataSource } from './state/console-state.js';

/** A real log that can be tried, with the mapping that reads it. */
export interface Sample {
  readonly id: Exclude<DataSource, 'demo' | 'own' | 'served'>;
  readonly file: string;
  readonly url: string;
  readonly mapping: Mapping;
  /** Where it comes from. */
  readonly origin: string;
}

/** The samples; their licences lie beside them in `tests/fixtures`. */
export const samples: readonly Sample[] = [
  {
    id: 'apache',
    file: 'apache_access.ndjson',
    url: new URL('../../tests/fixtures/apache_access.ndjson', import.meta.url).href,
    mapping: { fields: { os: 'os_name' }, roles: { page_view: ['pageview'] } },
    origin: 'elastic/examples',
  },
  {
    id: 'shop',
    file: 'ecom_events.ndjson.gz',
    url: new URL('../../tests/fixtures/ecom_events.ndjson.gz', import.meta.url).href,
    mapping: { fields: { platform: 'device' }, roles: { page_view: '*' } },
    origin: 'retentioneering/retentioneering-tools',
  },
];
