import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { dimensions } from '#contract/dimensions.js';
import { metricDescriptions } from '#contract/metric-descriptions.js';
import { metrics } from '#contract/metrics.js';
import { profiles } from '#contract/profiles.js';
import { weixinSources } from '#contract/sources.js';
import { ar as catalogInArabic } from '#i18n/catalog/ar.js';
import type { Message, Messages } from '#i18n/message.js';
import type { Section } from '#i18n/section.js';

const room = new URL('../../src/i18n/', import.meta.url);
const names = readdirSync(room, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'catalog')
  .map(({ name }) => name);

async function sectionOf(name: string): Promise<Section> {
  const exported = (await import(new URL(`${name}/section.ts`, room).href)) as Record<string, unknown>;
  const found = Object.values(exported).find((value) => typeof value === 'object' && value !== null && 'load' in value);
  return found as Section;
}

function places(message: Message): string[] {
  const forms = typeof message === 'string' ? [message] : Object.values({ ...message } as Record<string, string>);
  return [...new Set(forms.flatMap((form) => [...form.matchAll(/\{(\w+)\}/g)].map(([, place]) => place!)))].sort();
}

/** Keys whose translation lacks a place, or has one that English has not. A form of `one` or `two` may do without the number. */
function faults(en: Messages, translation: Messages): string[] {
  return Object.keys(en).filter((key) => {
    const [ours, theirs] = [places(en[key]!), places(translation[key] ?? '')];
    return ours.join() !== theirs.join();
  });
}

describe.each(names)('the texts of %s', (name) => {
  it.each(['zh-CN', 'ar'])('are whole in %s, with the same places', async (locale) => {
    const { en, load } = await sectionOf(name);
    const translation = await load[locale]!();
    expect(Object.keys(translation).sort()).toEqual(Object.keys(en).sort());
    expect(faults(en, translation)).toEqual([]);
  });

  it('have Arabic plurals for two and few where English counts', async () => {
    const { en, load } = await sectionOf(name);
    const arabic = await load['ar']!();
    const counted = Object.keys(en).filter((key) => typeof en[key] !== 'string');
    expect(counted.filter((key) => !hasForms(arabic[key]!))).toEqual([]);
  });
});

function hasForms(message: Message): boolean {
  return typeof message !== 'string' && message.two !== undefined && message.few !== undefined;
}

it('keys are unique over all sections', async () => {
  const keys = (await Promise.all(names.map(sectionOf))).flatMap(({ en }) => Object.keys(en));
  expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
});

it('the built-in catalogue is whole in Arabic, and nothing is translated that it does not hold', () => {
  const wanted = [
    ...metrics.map(({ id }) => `metric.${id}`),
    ...Object.keys(metricDescriptions).map((id) => `about.${id}`),
    ...profiles.map(({ id }) => `profile.${id}`),
    ...weixinSources.map(({ key }) => `source.${key}`),
    ...dimensions.filter(({ id }) => id !== 'properties.*').map(({ id }) => `dimension.${id}`),
  ];
  expect(Object.keys(catalogInArabic).sort()).toEqual(wanted.sort());
});
