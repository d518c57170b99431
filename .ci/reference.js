import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { format, resolveConfig } from 'prettier';
import { apiPage } from './reference/api-page.js';
import { elementsPage } from './reference/elements-page.js';
import { metricsPage } from './reference/metrics-page.js';

/** Writes the reference pages from what they describe, into `docs/reference/` or the folder that is given. */
const home = path.resolve(import.meta.dirname, '../docs/reference');
const folder = process.argv[2] ?? home;
const pages = { 'api.md': apiPage(), 'metrics.md': metricsPage(), 'elements.md': elementsPage() };
for (const [name, text] of Object.entries(pages)) {
  const filepath = path.join(home, name);
  writeFileSync(path.join(folder, name), await format(text, { ...(await resolveConfig(filepath)), filepath }));
}
