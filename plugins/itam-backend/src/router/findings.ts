import {
  ALL_POLICY_RULES,
  practiceOf,
} from '@backstage-itam/plugin-itam-common';
import {
  exportFindings,
  listFindingPage,
  type FindingQuestion,
} from '../usecases/findings/listFindingPage';
import { readFinding } from '../usecases/findings/readFinding';
import {
  acceptFinding,
  reopenFinding,
} from '../usecases/findings/settleFinding';
import { listPolicies } from '../usecases/policies/listPolicies';
import { findingCsvHeader, findingCsvRow } from './csv/findingCsv';
import { sendCsv } from './csv/sendCsv';
import { audited } from './requests/audited';
import { canonicalRef } from './requests/canonicalRef';
import { etagOf } from './requests/preconditions';
import { changeActorOf, versionCheckOf } from './requests/recordChange';
import {
  readContextOf,
  type AnyRequest,
  type ItamRouter,
  type RouteDeps,
} from './routeDeps';

const DEFAULT_LIMIT = 50;

/** Routes under `/findings`, and `GET /policies`. */
export function addFindingRoutes(router: ItamRouter, deps: RouteDeps): void {
  /** Who decides about which finding. */
  const settlerOf = async (req: AnyRequest, id: number) => {
    const context = await readContextOf(req, deps);
    return {
      context,
      by: {
        ...changeActorOf(context),
        checkVersion: versionCheckOf(req, `finding ${id}`),
      },
    };
  };

  router.get('/findings', async (req, res) => {
    const context = await readContextOf(req, deps);
    const { query } = req;
    const { practice } = query;
    const question: FindingQuestion = {
      filters: {
        rule: query.rule,
        ...(practice === undefined
          ? {}
          : {
              rules: ALL_POLICY_RULES.map(({ id }) => id).filter(
                id => practiceOf(id) === practice,
              ),
            }),
        area: query.area,
        severity: query.severity,
        state: query.state ?? 'open',
        kind: query.kind,
        owner: canonicalRef(query.owner, 'group'),
        record: canonicalRef(query.record, 'asset'),
        vendor: query.vendor,
      },
      sort: query.sort ?? 'severity',
      order: query.order ?? 'asc',
    };
    if (query.format === 'csv') {
      await sendCsv(req, res, deps, {
        fileName: 'findings.csv',
        eventId: 'findings-export',
        header: findingCsvHeader,
        rows: (async function* rows() {
          for await (const part of exportFindings(deps, context, question)) {
            yield part.map(findingCsvRow);
          }
        })(),
      });
      return;
    }
    res.json(
      await listFindingPage(deps, context, question, {
        cursor: query.cursor,
        limit: query.limit ?? DEFAULT_LIMIT,
      }),
    );
  });

  router.get('/findings/:id', async (req, res) => {
    const context = await readContextOf(req, deps);
    const detail = await readFinding(deps, context, Number(req.params.id));
    res.set('ETag', etagOf(detail.finding.version));
    res.json(detail);
  });

  router.post('/findings/:id/accept', async (req, res) => {
    const id = Number(req.params.id);
    const { context, by } = await settlerOf(req, id);
    await audited(
      req,
      deps,
      { eventId: 'finding-accept', meta: { finding: id } },
      async () => await acceptFinding(deps, context, id, req.body, by),
    );
    const detail = await readFinding(deps, context, id);
    res.set('ETag', etagOf(detail.finding.version));
    res.json(detail);
  });

  router.post('/findings/:id/reopen', async (req, res) => {
    const id = Number(req.params.id);
    const { context, by } = await settlerOf(req, id);
    await audited(
      req,
      deps,
      { eventId: 'finding-reopen', meta: { finding: id } },
      async () => await reopenFinding(deps, context, id, req.body.reason, by),
    );
    const detail = await readFinding(deps, context, id);
    res.set('ETag', etagOf(detail.finding.version));
    res.json(detail);
  });

  router.get('/policies', async (req, res) => {
    const context = await readContextOf(req, deps);
    res.json(await listPolicies(deps, context));
  });
}
