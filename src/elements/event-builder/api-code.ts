import { fieldsOf } from '#contract/fields-of.js';
import { type Draft, inputOf } from './draft.js';

const examples = { string: "'…'", number: '0', boolean: 'false' };

/** The call that reports an event, with all its fields, ready to copy. */
export function apiCode(draft: Draft, app: string): string {
  const fields = fieldsOf(inputOf(draft)).filter(({ field }) => field.trim() !== '');
  const properties = fields.map(({ field, type }) => `      ${field}: ${examples[type]},`);
  return [
    `await fetch('/v1/apps/${encodeURIComponent(app)}/events:collect', {`,
    `  method: 'POST',`,
    `  headers: { 'Content-Type': 'application/json', Authorization: \`Bearer \${token}\` },`,
    `  body: JSON.stringify([{`,
    `    event: '${draft.name || 'event_name'}',`,
    `    event_id: crypto.randomUUID(),`,
    `    user_id: userId,`,
    `    ts: Date.now(),`,
    ...(properties.length > 0 ? ['    properties: {', ...properties, '    },'] : []),
    `  }]),`,
    `});`,
  ].join('\n');
}
