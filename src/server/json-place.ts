/**
 * Where a text stops being JSON, as line and column from 1: engines word it differently, and some do not say at all.
 * Only called for a text that `JSON.parse` refuses.
 */
export function jsonFaultPlace(text: string): { line: number; column: number } {
  const index = faultIndex(text);
  const before = text.slice(0, index).split('\n');
  return { line: before.length, column: before.at(-1)!.length + 1 };
}

const SPACE = /[ \t\n\r]*/y;
const SCALAR = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])/y;
// eslint-disable-next-line no-control-regex -- JSON strings may not hold control characters
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;

/** A stack machine and not a recursion: nesting is the sender's choice. */
function faultIndex(text: string): number {
  const open: string[] = [];
  let at = 0;
  let expects: 'value' | 'value or ]' | 'key' | 'key or }' | 'end' = 'value';
  const take = (pattern: RegExp): boolean => {
    pattern.lastIndex = at;
    if (!pattern.test(text)) return false;
    at = pattern.lastIndex;
    return true;
  };
  const close = (): void => {
    open.pop();
    at++;
    expects = 'end';
  };
  for (;;) {
    take(SPACE);
    const char = text[at];
    if (char === undefined) return at;
    if (expects === 'key' || expects === 'key or }') {
      if (char === '}' && expects === 'key or }') close();
      else if (take(STRING)) {
        take(SPACE);
        if (text[at] !== ':') return at;
        at++;
        expects = 'value';
      } else return at;
    } else if (expects === 'end') {
      const parent = open.at(-1);
      if (char === parent) close();
      else if (char === ',' && parent !== undefined) {
        at++;
        expects = parent === ']' ? 'value' : 'key';
      } else return at;
    } else if (char === ']' && expects === 'value or ]') close();
    else if (char === '[' || char === '{') {
      open.push(char === '[' ? ']' : '}');
      at++;
      expects = char === '[' ? 'value or ]' : 'key or }';
    } else if (take(STRING) || take(SCALAR)) expects = 'end';
    else return at;
  }
}
