/** A function that answers with its last result for as long as its arguments are the same. */
export function keepLast<Args extends readonly unknown[], Result>(
  make: (...args: Args) => Result,
): (...args: Args) => Result {
  let last: { readonly args: Args; readonly result: Result } | undefined;
  return (...args) => {
    const isSame = last?.args.length === args.length && last.args.every((arg, i) => Object.is(arg, args[i]));
    if (!last || !isSame) last = { args, result: make(...args) };
    return last.result;
  };
}
