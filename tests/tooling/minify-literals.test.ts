import { describe, expect, it } from 'vitest';
import { withShortLiterals } from '../../.ci/minify-literals.js';

const oneLine = (code: string): string => withShortLiterals(code).replaceAll('\n', '');

describe('Minifying literals', () => {
  it.each([
    ['.a {\n  color: red;\n  margin: 0 auto;\n}\n', '.a{color:red;margin:0 auto}'],
    ['.a > .b,\n.c :hover {\n  opacity: 0.64; /* why */\n}', '.a>.b,.c :hover{opacity:.64}'],
    ['.a { inline-size: calc(1px + 2px - var(--x, 4px)); }', '.a{inline-size:calc(1px + 2px - var(--x,4px))}'],
    [".a::before { content: ' ,  · ; '; }", ".a::before{content:' ,  · ; '}"],
    ['@media (forced-colors: active) { .a { border: 0; } }', '@media (forced-colors: active){.a{border:0}}'],
    ['.a:not(.b) :is(h2, h3) { gap: 10.05px; }', '.a:not(.b) :is(h2,h3){gap:10.05px}'],
  ])('keeps what a style sheet says: %j', (css, short) => {
    expect(oneLine(`css\`${css}\``)).toBe(`css\`${short}\``);
  });

  it('keeps expressions of a style sheet where they stand', () => {
    expect(oneLine('css`.a {\n --x: ${one};\n --y: 1px ${two} 2px;\n}`')).toBe(
      'css`.a{--x:${one};--y:1px ${two} 2px}`',
    );
  });

  it('keeps one space of each run in a template', () => {
    expect(oneLine('html`<b>\n  a\n</b>  ${x}<i\n class="y"></i>`')).toBe('html`<b> a </b> ${x}<i class="y"></i>`');
  });

  it('shortens a template within a template', () => {
    expect(oneLine('html`<b>  ${x ? svg`<a  />` : y}  </b>`')).toBe('html`<b> ${x ? svg`<a />` : y} </b>`');
  });

  it('leaves a literal alone whose comment holds an expression', () => {
    const code = 'css`.a { /* ${x} */ gap: 0; }`';
    expect(withShortLiterals(code)).toBe(code);
  });

  it('leaves other literals alone', () => {
    const code = 'const a = `a  b`; const b = other`a  b`;';
    expect(withShortLiterals(code)).toBe(code);
  });

  it('keeps the line of all code', () => {
    const code =
      'const a = css`\n  .a {\n    gap: ${\n      one}; }\n`;\nconst b = html`\n<p>\n${two}\n</p>\n`; three();\nfour();';
    const lineOf = (text: string, word: string): number => text.slice(0, text.indexOf(word)).split('\n').length;
    const short = withShortLiterals(code);
    for (const word of ['one', 'const b', 'two', 'three', 'four']) expect(lineOf(short, word)).toBe(lineOf(code, word));
  });
});
