/** Asks the host for an access token; `null` or `undefined` asks without one. `renew` is true after the back end refused the last one. */
export type GetToken = (context: { renew: boolean }) => Token | Promise<Token>;
type Token = string | null | undefined;

/** Holds the token of one identity. */
export interface TokenSource {
  /** The token in force; the host is asked once, however many wait. */
  current(): Promise<Token>;
  /** A token other than the refused one. Several requests refused with the same token cause one renewal. */
  renewed(refused: Token): Promise<Token>;
}

/** A token source over the host's callback: one call at a time, kept until a 401 refuses it. */
export function createTokenSource(getToken: GetToken): TokenSource {
  let held: Promise<Token> | undefined;
  const ask = (renew: boolean): Promise<Token> => {
    const asked = Promise.resolve().then(() => getToken({ renew }));
    // A failed callback is not kept: the next request may have more luck.
    asked.catch(() => held === asked && (held = undefined));
    return (held = asked);
  };
  const current = (): Promise<Token> => held ?? ask(false);
  return {
    current,
    async renewed(refused) {
      const before = current();
      return (await before) === refused && held === before ? ask(true) : current();
    },
  };
}
