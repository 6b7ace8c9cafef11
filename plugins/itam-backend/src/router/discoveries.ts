import { requireDiscoveries } from '../permissions/writeAccess';
import type { ItemListQuery } from '../stores/discoveries/listItems';
import {
  decideItem,
  type ItemDecision,
} from '../usecases/discoveries/decideItem';
import {
  exportDiscoveries,
  listDiscoveryPage,
} from '../usecases/discoveries/listDiscoveryPage';
import { readDiscovery } from '../usecases/discoveries/readDiscovery';
import { takeSoftware, takeSpend } from '../usecases/discoveries/takeList';
import { discoveryCsvHeader, discoveryCsvRow } from './csv/discoveryCsv';
import { sendCsv } from './csv/sendCsv';
import { audited } from './requests/audited';
import { recordingRefusedExport } from './requests/refusedExport';
import { readRepeatable, sendAnswer } from './requests/idempotency';
import { etagOf } from './requests/preconditions';
import { changeActorOf, versionCheckOf } from './requests/recordChange';
import {
  readContextOf,
  type AnyRequest,
  type ItamRouter,
  type RouteDeps,
} from './routeDeps';

const DEFAULT_LIMIT = 50;

/** Routes under `/discoveries`. */
export function addDiscoveryRoutes(router: ItamRouter, deps: RouteDeps): void {
  router.get('/discoveries', async (req, res) => {
    const context = await readContextOf(req, deps);
    const { kind, state, q, sort, order, format, cursor, limit } = req.query;
    await recordingRefusedExport(
      req,
      deps,
      { format, eventId: 'discoveries-export' },
      async () => await requireDiscoveries(deps, context.credentials),
    );
    const query: ItemListQuery = {
      kind,
      state,
      q,
      sort: sort ?? 'name',
      order: order ?? 'asc',
    };
    if (format === 'csv') {
      await sendCsv(req, res, deps, {
        fileName: 'discoveries.csv',
        eventId: 'discoveries-export',
        header: discoveryCsvHeader,
        rows: (async function* rows() {
          for await (const part of exportDiscoveries(deps, context, query)) {
            yield part.map(discoveryCsvRow);
          }
        })(),
      });
      return;
    }
    res.json(
      await listDiscoveryPage(deps, context, query, {
        cursor,
        limit: limit ?? DEFAULT_LIMIT,
      }),
    );
  });

  router.post('/discoveries/software', async (req, res) => {
    const context = await readContextOf(req, deps);
    const by = changeActorOf(context);
    const { source, entries } = req.body;
    const answer = await audited(
      req,
      deps,
      {
        eventId: 'discovery-software',
        meta: { source, entries: entries.length },
      },
      async () => {
        await requireDiscoveries(deps, context.credentials);
        return await takeSoftware(deps, req.body, by, readRepeatable(req, by));
      },
    );
    sendAnswer(res, answer);
  });

  router.post('/discoveries/spend', async (req, res) => {
    const context = await readContextOf(req, deps);
    const by = changeActorOf(context);
    const { source, entries } = req.body;
    const answer = await audited(
      req,
      deps,
      { eventId: 'discovery-spend', meta: { source, entries: entries.length } },
      async () => {
        await requireDiscoveries(deps, context.credentials);
        return await takeSpend(deps, req.body, by, readRepeatable(req, by));
      },
    );
    sendAnswer(res, answer);
  });

  router.get('/discoveries/:id', async (req, res) => {
    const context = await readContextOf(req, deps);
    await requireDiscoveries(deps, context.credentials);
    const detail = await readDiscovery(deps, context, Number(req.params.id));
    res.set('ETag', etagOf(detail.discovery.version));
    res.json(detail);
  });

  /** Keeps a decision; returns the item as it is then. */
  const decide = async (
    req: AnyRequest,
    id: number,
    decision: ItemDecision,
  ) => {
    const context = await readContextOf(req, deps);
    const checkVersion = versionCheckOf(req, `discovery ${id}`);
    await audited(
      req,
      deps,
      { eventId: `discovery-${decision.kind}`, meta: { discovery: id } },
      async () => {
        await requireDiscoveries(deps, context.credentials);
        await decideItem(deps, context, id, decision, {
          ...changeActorOf(context),
          checkVersion,
        });
      },
    );
    return await readDiscovery(deps, context, id);
  };

  router.post('/discoveries/:id/map', async (req, res) => {
    const detail = await decide(req, Number(req.params.id), {
      kind: 'map',
      to: req.body.to,
    });
    res.set('ETag', etagOf(detail.discovery.version));
    res.json(detail);
  });

  router.post('/discoveries/:id/dismiss', async (req, res) => {
    const detail = await decide(req, Number(req.params.id), {
      kind: 'dismiss',
      reason: req.body.reason,
    });
    res.set('ETag', etagOf(detail.discovery.version));
    res.json(detail);
  });

  router.post('/discoveries/:id/reopen', async (req, res) => {
    const detail = await decide(req, Number(req.params.id), {
      kind: 'reopen',
      reason: req.body.reason,
    });
    res.set('ETag', etagOf(detail.discovery.version));
    res.json(detail);
  });
}
