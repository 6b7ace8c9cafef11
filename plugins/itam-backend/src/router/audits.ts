import { requireAuditManage } from '../permissions/writeAccess';
import { closeAudit } from '../usecases/audits/closeAudit';
import {
  exportAuditItems,
  listAuditItemPage,
  listAuditPage,
  readAuditEntry,
} from '../usecases/audits/listAuditPages';
import { observeItem } from '../usecases/audits/observeItem';
import { openAudit } from '../usecases/audits/openAudit';
import type { ReadContext } from '../usecases/records/readContext';
import { auditItemCsvHeader, auditItemCsvRow } from './csv/auditItemCsv';
import { sendCsv } from './csv/sendCsv';
import { audited } from './requests/audited';
import { recordingRefusedExport } from './requests/refusedExport';
import { canonicalRef } from './requests/canonicalRef';
import { readRepeatable, sendAnswer } from './requests/idempotency';
import { etagOf } from './requests/preconditions';
import { changeActorOf, versionCheckOf } from './requests/recordChange';
import { fieldOf } from './requests/writtenRecord';
import {
  readContextOf,
  type AnyRequest,
  type ItamRouter,
  type RouteDeps,
} from './routeDeps';

const DEFAULT_LIMIT = 50;

/** Routes under `/audits`, for those who run audits. */
export function addAuditRoutes(router: ItamRouter, deps: RouteDeps): void {
  /** Throws NotAllowedError (403) for those who may not run audits. */
  const auditorOf = async (req: AnyRequest): Promise<ReadContext> => {
    const context = await readContextOf(req, deps);
    await requireAuditManage(deps, context.credentials);
    return context;
  };

  router.get('/audits', async (req, res) => {
    const context = await auditorOf(req);
    const { state, cursor, limit } = req.query;
    res.json(
      await listAuditPage(
        deps,
        context,
        { state },
        { cursor, limit: limit ?? DEFAULT_LIMIT },
      ),
    );
  });

  router.post('/audits', async (req, res) => {
    const context = await readContextOf(req, deps);
    const by = changeActorOf(context);
    const { scope } = req.body;
    const answer = await audited(
      req,
      deps,
      { eventId: 'audit-open', meta: { name: req.body.name } },
      async () => {
        await requireAuditManage(deps, context.credentials);
        return await openAudit(
          deps,
          context,
          {
            ...req.body,
            scope: {
              ...scope,
              owner: canonicalRef(scope.owner, 'group'),
              assignee: canonicalRef(scope.assignee, 'user'),
            },
          },
          by,
          readRepeatable(req, by),
        );
      },
    );
    res.set(
      'ETag',
      etagOf(Number(fieldOf(JSON.parse(answer.text), 'version'))),
    );
    sendAnswer(res, answer);
  });

  router.get('/audits/:id', async (req, res) => {
    const context = await auditorOf(req);
    const audit = await readAuditEntry(deps, context, Number(req.params.id));
    res.set('ETag', etagOf(audit.version));
    res.json(audit);
  });

  router.get('/audits/:id/items', async (req, res) => {
    const id = Number(req.params.id);
    const { outcome, discrepancy, q, format, cursor, limit } = req.query;
    const context = await recordingRefusedExport(
      req,
      deps,
      { format, eventId: 'audit-export', meta: { audit: id } },
      async () => {
        const auditor = await auditorOf(req);
        await readAuditEntry(deps, auditor, id);
        return auditor;
      },
    );
    const filters = { outcome, discrepancy, q };
    if (format === 'csv') {
      await sendCsv(req, res, deps, {
        fileName: `audit-${id}.csv`,
        eventId: 'audit-export',
        meta: { audit: id },
        header: auditItemCsvHeader,
        rows: (async function* rows() {
          for await (const part of exportAuditItems(
            deps,
            context,
            id,
            filters,
          )) {
            yield part.map(auditItemCsvRow);
          }
        })(),
      });
      return;
    }
    res.json(
      await listAuditItemPage(deps, context, id, filters, {
        cursor,
        limit: limit ?? DEFAULT_LIMIT,
      }),
    );
  });

  router.post('/audits/:id/items', async (req, res) => {
    const context = await readContextOf(req, deps);
    const id = Number(req.params.id);
    const by = changeActorOf(context);
    const answer = await audited(
      req,
      deps,
      { eventId: 'audit-observe', meta: { audit: id } },
      async () => {
        await requireAuditManage(deps, context.credentials);
        return await observeItem(
          deps,
          context,
          id,
          {
            ...req.body,
            ref: canonicalRef(req.body.ref, 'asset'),
            holder: canonicalRef(req.body.holder, 'user'),
          },
          by,
          readRepeatable(req, by),
        );
      },
    );
    sendAnswer(res, answer);
  });

  router.post('/audits/:id/close', async (req, res) => {
    const context = await readContextOf(req, deps);
    const id = Number(req.params.id);
    const checkVersion = versionCheckOf(req, `audit ${id}`);
    await audited(
      req,
      deps,
      { eventId: 'audit-close', meta: { audit: id, apply: req.body.apply } },
      async () => {
        await requireAuditManage(deps, context.credentials);
        await closeAudit(deps, context, id, req.body, {
          ...changeActorOf(context),
          checkVersion,
        });
      },
    );
    const audit = await readAuditEntry(deps, context, id);
    res.set('ETag', etagOf(audit.version));
    res.json(audit);
  });
}
