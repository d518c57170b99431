const ellipsis = '…';

/**
 * A long text (a page path) shortened in the middle to at most `length` characters: its start says where it belongs,
 * its tail tells it apart. Characters are whole as people see them, never half an emoji. Numbers are never given to this.
 */
export function shortenMiddle(text: string, length: number): string {
  const characters = graphemes(text);
  if (characters.length <= length) return text;
  const { head, tail } = cut(characters, Math.max(0, length - 1));
  return head + ellipsis + tail;
}

/**
 * A text in two halves for CSS to shorten where there is too little room: the head may be cut with an ellipsis, the
 * tail is always shown.
 */
export function splitMiddle(text: string, tailLength = 12): { head: string; tail: string } {
  const characters = graphemes(text);
  const at = Math.max(Math.ceil(characters.length / 2), characters.length - tailLength);
  return { head: characters.slice(0, at).join(''), tail: characters.slice(at).join('') };
}

function cut(characters: readonly string[], length: number) {
  const headLength = Math.ceil(length * 0.6);
  const tailLength = length - headLength;
  return {
    head: characters.slice(0, headLength).join(''),
    tail: tailLength > 0 ? characters.slice(-tailLength).join('') : '',
  };
}

let segmenter: Intl.Segmenter | undefined;

/** Most paths and names are plain letters, which need no looking up. */
const plain = /^[ -~]*$/;

function graphemes(text: string): readonly string[] {
  if (plain.test(text)) return text.split('');
  segmenter ??= new Intl.Segmenter();
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}
