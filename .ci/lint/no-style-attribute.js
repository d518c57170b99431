/**
 * Forbids `style=` in lit templates, bound or not: a page with `style-src 'self'` ignores the attribute.
 * @type {import('eslint').Rule.RuleModule}
 */
export const noStyleAttribute = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      style: 'A strict content security policy ignores style attributes; set the property from a directive instead.',
    },
  },
  create(context) {
    return {
      /** @param {any} node */
      'TaggedTemplateExpression[tag.name=/^(html|svg)$/]'(node) {
        for (const quasi of node.quasi.quasis) {
          if (/\sstyle\s*=/.test(quasi.value.raw)) context.report({ node: quasi, messageId: 'style' });
        }
      },
    };
  },
};
