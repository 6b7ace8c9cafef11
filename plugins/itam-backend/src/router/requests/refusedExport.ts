import type { AuditorService } from '@backstage/backend-plugin-api';
import type { JsonObject } from '@backstage/types';
import { toError } from '@backstage/errors';
import type { AnyRequest } from '../routeDeps';

/**
 * Does what comes before an answer; when that was to be an export and is
 * refused, the refusal is an audit event. What is not refused is recorded by
 * the export itself.
 */
export async function recordingRefusedExport<T>(
  req: AnyRequest,
  deps: { auditor: AuditorService },
  of: { format: string | undefined; eventId: string; meta?: JsonObject },
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (of.format === 'csv' || of.format === 'xlsx') {
      const event = await deps.auditor.createEvent({
        eventId: of.eventId,
        severityLevel: 'medium',
        request: req,
        meta: of.meta,
      });
      await event.fail({ error: toError(error) });
    }
    throw error;
  }
}
