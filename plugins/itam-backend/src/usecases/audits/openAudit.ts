import {
  ItamValidationError,
  type NewAudit,
} from '@backstage-itam/plugin-itam-common';
import type { Knex } from 'knex';
import type { AuditScope } from '../../stores/audits/auditRow';
import { countAudit } from '../../stores/audits/auditItems';
import { insertAudit, readAudit } from '../../stores/audits/audits';
import { countScope, expectRecords } from '../../stores/audits/expectRecords';
import {
  answerOnce,
  type Answer,
  type RepeatableRequest,
} from '../../stores/idempotency/answerOnce';
import { inputProblem, lineProblems } from '../records/inputProblems';
import type { ReadContext } from '../records/readContext';
import { renderAudit } from './renderAudit';

/** Records of one audit; a larger estate is audited place by place. */
export const AUDIT_RECORDS_AT_MOST = 10_000;

/**
 * Opens an audit: freezes what the register says of the records in its scope
 * that the caller may read.
 *
 * Throws ItamValidationError for a scope with no records or too many, and
 * IdempotencyKeyReusedError.
 *
 * @param scope - With refs in their canonical spelling
 */
export async function openAudit(
  deps: { knex: Knex },
  context: ReadContext,
  input: Omit<NewAudit, 'scope'> & { scope: AuditScope },
  by: { actor: string; at: Date },
  repeatable: RepeatableRequest | undefined,
): Promise<Answer> {
  const { name, note, scope } = input;
  const problems = [
    ...lineProblems('name', name),
    ...lineProblems('note', note),
    ...lineProblems('scope.location', scope.location),
  ];
  if (problems.length > 0) {
    throw new ItamValidationError({ ref: 'the audit', problems });
  }
  const { access, today } = context;
  return await deps.knex.transaction(
    async trx =>
      await answerOnce(trx, repeatable, async () => {
        const records = await countScope(trx, scope, { access, today });
        if (records === 0 || records > AUDIT_RECORDS_AT_MOST) {
          throw new ItamValidationError({
            ref: 'the audit',
            problems: [
              inputProblem(
                'scope',
                'size',
                `a scope with 1 to ${AUDIT_RECORDS_AT_MOST} records`,
                `${records} records`,
              ),
            ],
          });
        }
        const id = await insertAudit(
          trx,
          { name: name.trim(), note: note?.trim() ?? null, scope },
          by,
        );
        await expectRecords(trx, id, scope, { access, today });
        const audit = await readAudit(trx, id);
        if (!audit) {
          throw new Error('An audit vanished while it was opened');
        }
        const counts = await countAudit(trx, { auditId: id, access, today });
        return {
          status: 201,
          text: JSON.stringify(renderAudit(audit, counts)),
        };
      }),
  );
}
