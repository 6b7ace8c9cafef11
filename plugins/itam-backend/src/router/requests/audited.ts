import type { AuditorService } from '@backstage/backend-plugin-api';
import type { JsonObject } from '@backstage/types';
import { toError } from '@backstage/errors';
import type { RegisterMetrics } from '../../metrics/registerMetrics';
import type { AnyRequest } from '../routeDeps';

/**
 * Does a change and records it as an audit event, whether it succeeds or not.
 *
 * @param event - Its meta holds no amounts: audit logs have other readers
 */
export async function audited<T>(
  req: AnyRequest,
  deps: { auditor: AuditorService; metrics: RegisterMetrics },
  event: {
    eventId: string;
    /** Of what happens all the time; `medium` otherwise. */
    severityLevel?: 'low';
    meta?: JsonObject;
  },
  change: () => Promise<T>,
  /** More about what was done, once it is. */
  metaOf?: (done: T) => JsonObject,
): Promise<T> {
  const audit = await deps.auditor.createEvent({
    severityLevel: 'medium',
    ...event,
    request: req,
  });
  let done: T;
  try {
    done = await change();
  } catch (error) {
    deps.metrics.change({ event: event.eventId, outcome: 'failed' });
    await audit.fail({ error: toError(error) });
    throw error;
  }
  deps.metrics.change({ event: event.eventId, outcome: 'succeeded' });
  await audit.success(metaOf && { meta: metaOf(done) });
  return done;
}
