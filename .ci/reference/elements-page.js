import { readFileSync } from 'node:fs';
import path from 'node:path';
import { table } from './table.js';

const file = path.resolve(import.meta.dirname, '../../custom-elements.json');

/**
 * @typedef {{ name?: string, description?: string, type?: { text: string }, default?: string, fieldName?: string }} Part
 * @typedef {{ tagName?: string, name: string, summary?: string, description?: string, attributes?: Part[], members?: (Part & { kind: string, attribute?: string, privacy?: string })[], events?: Part[],
 *   slots?: Part[], cssParts?: Part[], cssProperties?: Part[] }} Declaration
 */

/** The page of elements, from the custom elements manifest. */
export function elementsPage() {
  const manifest = /** @type {{ modules: { declarations?: Declaration[] }[] }} */ (
    JSON.parse(readFileSync(file, 'utf8'))
  );
  const elements = manifest.modules
    .flatMap(({ declarations }) => declarations ?? [])
    .filter(({ tagName }) => tagName)
    .sort((a, b) => (a.tagName ?? '').localeCompare(b.tagName ?? ''));
  return [
    '# Elements',
    'Made from the doc blocks of the classes (`custom-elements.json`). Try them in Storybook: `npm run storybook`.',
    ...elements.flatMap(elementSection),
    '',
  ].join('\n\n');
}

/** @param {Declaration} element */
function elementSection(element) {
  const { tagName, summary, description, attributes, events, slots, cssParts, cssProperties } = element;
  return [
    `## \`${tagName ?? ''}\``,
    summary ?? '',
    description ?? '',
    ...section(
      'Attributes',
      attributes,
      ({ name, type, default: initial, description: text }) => [
        `\`${name ?? ''}\``,
        type ? `\`${type.text}\`` : '',
        initial ? `\`${initial}\`` : '',
        text ?? '',
      ],
      ['attribute', 'type', 'default', 'meaning'],
    ),
    ...section(
      'Events',
      events,
      ({ name, type, description: text }) => [`\`${name ?? ''}\``, type ? `\`${type.text}\`` : '', text ?? ''],
      ['event', 'type', 'fired'],
    ),
    ...section('Slots', slots, named, ['slot', 'meaning']),
    ...section('Parts', cssParts, named, ['part', 'meaning']),
    ...section('Custom properties', cssProperties, named, ['property', 'meaning']),
  ].filter(Boolean);
}

/** @param {Part} part */
function named({ name, description }) {
  return [name ? `\`${name}\`` : '(default)', description ?? ''];
}

/**
 * @param {string} title
 * @param {Part[] | undefined} parts
 * @param {(part: Part) => string[]} row
 * @param {string[]} head
 */
function section(title, parts, row, head) {
  return parts?.length ? [`### ${title}`, table(head, parts.map(row))] : [];
}
