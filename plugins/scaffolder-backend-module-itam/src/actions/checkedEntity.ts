import {
  entityOfRecordText,
  formatProblems,
  namedRecordText,
  validateItamEntity,
  type NewRecord,
} from '@backstage-itam/plugin-itam-common';
import { InputError } from '@backstage/errors';
import type { JsonObject } from '@backstage/types';

/**
 * The catalog entity of a record, checked as the catalog and the register check
 * it.
 *
 * Throws InputError with all problems, each with its path.
 */
export function checkedEntity(
  record: Omit<NewRecord, 'spec'> & { spec: JsonObject },
) {
  const { text, problems } = namedRecordText(record);
  const entity = entityOfRecordText(text);
  const all = [...problems, ...validateItamEntity(entity)];
  if (all.length > 0) {
    throw new InputError(
      formatProblems(
        `${text.kind}:${text.namespace ?? 'default'}/${text.name}`,
        all,
      ),
    );
  }
  return entity;
}
