import ts from 'typescript';

/** Stands for an expression while the text around it is shortened; no style sheet or template holds it. */
const hole = '\uE000';

const shorten = new Map([
  ['css', shortCss],
  ['html', shortMarkup],
  ['svg', shortMarkup],
]);

/**
 * Takes comments and white space out of the `css`, `html` and `svg` literals of our sources, which no minifier of
 * JavaScript touches. The removed line breaks move behind the literal or into its next `${`, so every line of code
 * keeps its number and source maps stay true without a map of this step.
 *
 * @returns {import('vite').Plugin}
 */
export function minifyLiterals() {
  return {
    name: 'minify-literals',
    enforce: 'pre',
    apply: 'build',
    transform: {
      filter: { id: { include: /\.ts$/, exclude: /node_modules/ }, code: /\b(?:css|html|svg)`/ },
      handler: (code, id) => ({ code: withShortLiterals(code, id), map: null }),
    },
  };
}

/**
 * @param {string} code
 * @param {string} [id] the file it comes from
 * @returns {string} the same code with shorter literals and as many lines
 */
export function withShortLiterals(code, id = 'literal.ts') {
  /** @type {{ start: number, end: number, text: string }[]} */
  const edits = [];
  const file = ts.createSourceFile(id, code, ts.ScriptTarget.Latest);
  visit(file);
  return edits
    .sort((one, other) => other.start - one.start)
    .reduce((text, { start, end, text: short }) => text.slice(0, start) + short + text.slice(end), code);

  /** @param {ts.Node} node */
  function visit(node) {
    if (ts.isTaggedTemplateExpression(node) && ts.isIdentifier(node.tag)) {
      const short = shorten.get(node.tag.text);
      if (short) edits.push(...shortLiteral(node.template, short, file));
    }
    ts.forEachChild(node, visit);
  }
}

/**
 * @param {ts.TemplateLiteral} template
 * @param {(text: string) => string} short
 * @param {ts.SourceFile} file
 */
function shortLiteral(template, short, file) {
  const code = file.text;
  const pieces = ts.isNoSubstitutionTemplateLiteral(template)
    ? [template]
    : [template.head, ...template.templateSpans.map(({ literal }) => literal)];
  const places = pieces.map((piece) => {
    // The text lies between ` or } and ` or ${.
    const start = piece.getStart(file) + 1;
    const end = piece.end - (code[piece.end - 1] === '{' ? 2 : 1);
    return { start, end, text: code.slice(start, end) };
  });
  const shortPieces = short(places.map(({ text }) => text).join(hole)).split(hole);
  if (shortPieces.length !== places.length) return []; // an expression in a comment: left as it is
  return places.map(({ start, end, text }, index) => {
    const kept = shortPieces[index] ?? '';
    const closing = code[end] === '$' ? '${' : '`';
    const lines = '\n'.repeat(text.split('\n').length - kept.split('\n').length);
    return { start, end: end + closing.length, text: kept + closing + lines };
  });
}

/** @param {string} text a style sheet, or a part of one */
function shortCss(text) {
  return outsideOfStrings(text.replace(/\/\*[^]*?\*\//g, ''), (part) =>
    part
      .replace(/\s+/g, ' ')
      .replace(/ ?([{};,>]) ?/g, '$1')
      .replace(/([{;] ?[\w-]+:) /g, '$1')
      .replace(/(^ ?[\w-]+:) /g, '$1')
      .replace(/\( /g, '(')
      .replace(/ \)/g, ')')
      .replace(/;}/g, '}')
      .replace(/(?<![\w.#-])0\.(?=\d)/g, '.'),
  ).trim();
}

/** @param {string} text a template: every run of white space is one space, which looks and reads the same */
function shortMarkup(text) {
  return text.replace(/\s+/g, ' ');
}

/**
 * @param {string} text
 * @param {(part: string) => string} change
 */
function outsideOfStrings(text, change) {
  return text
    .split(/('[^']*'|"[^"]*")/)
    .map((part, index) => (index % 2 ? part : change(part)))
    .join('');
}
