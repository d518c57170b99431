import { parseArgs } from 'node:util';

/** What the command was asked to do. */
export interface ConformArguments {
  readonly baseUrl: string;
  readonly token: string | undefined;
  readonly load: boolean;
  readonly readOnly: boolean;
  /** Ids of rules, or families of them. */
  readonly only: readonly string[];
  readonly junit: string | undefined;
  readonly json: string | undefined;
  readonly concurrency: number;
}

/** Arguments that cannot be used; the message names all faults. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

export const usage = `Usage: miniapp-analytics conform --base-url URL [options]

Holds a back end against the rules of the metrics API and says which it breaks, on which answers.

  --base-url URL    where the API answers, without /v1
  --token T         sent as a bearer token
  --load            send the standard log to apps of its own, and compare every report with the reference engine
  --read-only       make no definitions and funnels (else it makes some of its own, and deletes them)
  --only RULE       this rule or family of rules only; can be given several times
  --junit FILE      write the verdict as JUnit XML
  --json FILE       write the verdict as JSON
  --concurrency N   most requests at a time (default 4)
  --rules           list the rules, and end
  --help            this text

Ends with 0 where no rule is broken, 1 where one is, 2 where the arguments or the address cannot be used.
`;

const OPTIONS = {
  'base-url': { type: 'string' },
  token: { type: 'string' },
  load: { type: 'boolean' },
  'read-only': { type: 'boolean' },
  only: { type: 'string', multiple: true },
  junit: { type: 'string' },
  json: { type: 'string' },
  concurrency: { type: 'string' },
  rules: { type: 'boolean' },
  help: { type: 'boolean' },
} as const;

/**
 * Reads the command line. Throws a {@link UsageError} that names all faults.
 *
 * @param ruleIds every rule there is.
 */
export function parseConformArguments(
  args: readonly string[],
  ruleIds: readonly string[],
): ConformArguments | 'help' | 'rules' {
  const { tokens, values } = parseArgs({ args: [...args], options: OPTIONS, strict: false, tokens: true });
  if (values.help) return 'help';
  if (values.rules) return 'rules';
  const faults = tokens.flatMap((token) => tokenFaults(token));
  const texts = values as Partial<Record<'base-url' | 'token' | 'junit' | 'json' | 'concurrency', string>>;
  const only = (values.only ?? []).map(String);
  const read: ConformArguments = {
    baseUrl: texts['base-url'] ?? '',
    token: texts.token,
    load: values.load === true,
    readOnly: values['read-only'] === true,
    only,
    junit: texts.junit,
    json: texts.json,
    concurrency: Number(texts.concurrency ?? 4),
  };
  faults.push(...valueFaults(read, ruleIds));
  if (faults.length > 0) throw new UsageError(faults.join('\n'));
  return read;
}

/** Whether a rule is one of those that were named; all are where none is. */
export function isAsked(id: string, only: readonly string[]): boolean {
  return only.length === 0 || only.some((name) => id === name || id.startsWith(`${name}.`));
}

type Token = NonNullable<ReturnType<typeof parseArgs>['tokens']>[number];

function tokenFaults(token: Token): string[] {
  if (token.kind === 'positional') return [`“${token.value}” belongs to no option. Options begin with --.`];
  if (token.kind !== 'option') return [];
  const { name, rawName, value } = token;
  if (!(name in OPTIONS)) return [`${rawName} is not an option. --help lists those there are.`];
  if (OPTIONS[name as keyof typeof OPTIONS].type === 'boolean') return [];
  if (value === undefined || value === '') return [`${rawName} needs a value.`];
  // A forgotten value would swallow the option after it.
  return value.startsWith('--') && !token.inlineValue ? [`${rawName} needs a value, not ${value}.`] : [];
}

function valueFaults({ baseUrl, only, concurrency }: ConformArguments, ruleIds: readonly string[]): string[] {
  const faults: string[] = [];
  const isAddress = URL.canParse(baseUrl) && /^https?:$/.test(new URL(baseUrl).protocol);
  if (baseUrl === '') faults.push('--base-url is missing: say where the API answers.');
  else if (!isAddress) faults.push(`--base-url: “${baseUrl}” is not an address. Write it such as https://api.example.`);
  for (const name of only) {
    if (!ruleIds.some((id) => isAsked(id, [name])))
      faults.push(`--only: “${name}” is no rule and no family of rules. --rules lists them.`);
  }
  if (!Number.isInteger(concurrency) || concurrency < 1) faults.push('--concurrency has to be a whole number from 1.');
  return faults;
}
