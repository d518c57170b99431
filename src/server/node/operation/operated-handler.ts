import type { ReportSource } from '#contract/report-source.js';
import type { Permissions } from '../../grant.js';
import { createHandler, type Definitions, type Handler } from '../../handler.js';
import type { ServeArguments } from '../serve-arguments.js';
import { admission } from './admission.js';
import type { BoundServer } from './bound-server.js';
import { createCollectGate } from './collect-gate.js';
import { createRateLimit } from './rate-limit.js';

/** What the handler of a server is made from. */
export interface HandlerParts {
  readonly reports: ReportSource;
  readonly definitions: Definitions;
  readonly permissions: Permissions;
  readonly server: Pick<BoundServer, 'gateway' | 'metrics'>;
}

/** The handler of the contract, within the bounds of the command line, that tells what fails and counts what comes in. */
export function operatedHandler(
  args: Pick<ServeArguments, 'rateLimit' | 'collects' | 'corsOrigins'>,
  { reports, definitions, permissions, server: { gateway, metrics } }: HandlerParts,
  warn: (text: string) => void,
): Handler {
  const limits = { count: createRateLimit(args.rateLimit), enterCollect: createCollectGate(args.collects) };
  return createHandler({
    reports,
    definitions,
    permissions: admission(permissions, limits, gateway.recordFor),
    cors: { origins: args.corsOrigins },
    onCollected: metrics.collected,
    onError: (error, request) => {
      const record = gateway.recordFor(request);
      const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
      warn(`${request.method} ${record?.route ?? ''} failed (request ${record?.id ?? ''}): ${reason}`);
    },
  });
}
