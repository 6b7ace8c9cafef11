import type { RequestHandler } from 'express';
import type { RegisterMetrics } from '../../metrics/registerMetrics';
import { stopwatch } from '../../metrics/stopwatch';

/** What is asked for in no form the contract has. */
const NO_OPERATION = 'none';

/** Measures requests by the operation of the contract they ask for. */
export function measureRequests(
  metrics: Pick<RegisterMetrics, 'request'>,
): RequestHandler {
  return (req, res, next) => {
    const seconds = stopwatch();
    res.on('close', () => {
      metrics.request({
        operation: operationOf(req),
        status: res.statusCode,
        seconds: seconds(),
      });
    });
    next();
  };
}

/** The validator of the contract notes what it found with the request. */
function operationOf(req: object): string {
  const found = ['openapi', 'schema', 'operationId'].reduce<unknown>(
    (holder, key) =>
      typeof holder === 'object' && holder !== null
        ? Reflect.get(holder, key)
        : undefined,
    req,
  );
  return typeof found === 'string' ? found : NO_OPERATION;
}
