import type { Client } from '#client/client.js';
import type { RequestError } from '#client/request-error.js';
import type { AskOptions } from '#client/session.js';
import type { CardAnswer } from './card-answer.js';
import type { CardQuestion } from './card-question.js';

/** Asks for values and histories at once, which is one request. A card without its sparkline is still a card. */
export async function askCard(
  client: Client,
  { scope, summary, history }: CardQuestion,
  options: AskOptions,
): Promise<CardAnswer> {
  const [report, trend] = await Promise.all([
    client.summary(scope, summary, options),
    history &&
      client.trend(scope, history, options).catch((error: unknown) => {
        if ((error as Partial<RequestError>).kind === 'aborted') throw error;
        return undefined;
      }),
  ]);
  return { summary: report, history: trend };
}
