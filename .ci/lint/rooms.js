import path from 'node:path';

/**
 * The rooms of src/ and what each may import (docs/decisions/0003-rooms-and-arrows.md): rooms, or single files of one.
 * @type {Record<string, string[]>}
 */
export const arrows = {
  contract: [],
  time: [],
  reporting: ['contract', 'time'],
  engine: ['contract', 'time', 'reporting'],
  // Of the engine only how events are read, so that both refuse the same rows.
  warehouse: ['contract', 'time', 'reporting', 'engine/ingest/reading.js'],
  server: ['contract', 'time'],
  conformance: ['contract', 'time', 'engine'],
  client: ['contract'],
  format: ['contract', 'time'],
  i18n: ['contract', 'time'],
  theme: ['contract', 'time'],
  charts: ['contract', 'time', 'format', 'i18n', 'theme'],
  elements: ['contract', 'time', 'client', 'format', 'i18n', 'theme', 'charts'],
};

const src = path.resolve(import.meta.dirname, '../../src');

/**
 * Holds the arrows between the rooms: only allowed rooms, by alias across rooms and by relative path within one,
 * and `node:` modules only in a room's folder `node`.
 * @type {import('eslint').Rule.RuleModule}
 */
export const roomArrows = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      arrow: 'src/{{from}} may not import {{to}} (it may import: {{allowed}}).',
      relative: "'{{specifier}}' leaves the room src/{{from}}; write '#room/file.js'.",
      own: "'{{specifier}}' is this room's own file; import it by a relative path.",
      node: "'{{specifier}}' runs in Node only; it belongs in a folder `node` of a room.",
    },
  },
  create(context) {
    const inSrc = path.relative(src, context.filename);
    const room = inSrc.split(path.sep)[0] ?? '';
    const isNodeSide = inSrc.split(path.sep)[1] === 'node';
    const allowed = arrows[room];
    if (inSrc.startsWith('..') || !allowed) return {};

    /** @param {any} node */
    function check(node) {
      const specifier = node.source?.value;
      if (typeof specifier !== 'string') return;
      /** @param {string} messageId @param {Record<string, string>} data */
      const report = (messageId, data) => context.report({ node: node.source, messageId, data });
      if (specifier.startsWith('node:') && !isNodeSide) report('node', { specifier });
      if (specifier.startsWith('.')) {
        const target = path.relative(src, path.resolve(path.dirname(context.filename), specifier));
        if (target.split(path.sep)[0] !== room) report('relative', { specifier, from: room });
      }
      if (specifier.startsWith('#')) {
        const to = specifier.slice(1).split('/')[0] ?? '';
        if (to === room) report('own', { specifier });
        else if (!allowed?.includes(to) && !allowed?.includes(specifier.slice(1))) {
          report('arrow', { from: room, to, allowed: allowed?.join(', ') || 'nothing' });
        }
      }
    }
    return {
      ImportDeclaration: check,
      ExportNamedDeclaration: check,
      ExportAllDeclaration: check,
      ImportExpression: check,
    };
  },
};
