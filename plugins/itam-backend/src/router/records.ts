import { stringifyEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import type { RecordQuery } from '@backstage-itam/plugin-itam-common';
import type { RecordFilters } from '../stores/queries/listRecords';
import { countRecordPage } from '../usecases/records/countRecordPage';
import { exportRecords } from '../usecases/records/exportRecords';
import { listRecordPage } from '../usecases/records/listRecordPage';
import { readRecord } from '../usecases/records/readRecord';
import { recordCsvHeader, recordCsvRow } from './csv/recordCsv';
import { sendCsv } from './csv/sendCsv';
import { canonicalRef } from './requests/canonicalRef';
import { dayOf } from './requests/dayOf';
import { readContextOf, type ItamRouter, type RouteDeps } from './routeDeps';

const DEFAULT_LIMIT = 50;

/** `GET /records`, `/records/counts` and `/records/{kind}/{namespace}/{name}`. */
export function addRecordRoutes(router: ItamRouter, deps: RouteDeps): void {
  router.get('/records', async (req, res) => {
    const context = await readContextOf(req, deps);
    const { query } = req;
    const question = {
      filters: filtersOf(query),
      sort: query.sort ?? 'title',
      order: query.order ?? 'asc',
    };
    if (query.format === 'csv') {
      await sendCsv(req, res, deps, {
        fileName: 'records.csv',
        eventId: 'records-export',
        header: recordCsvHeader,
        rows: (async function* rows() {
          for await (const part of exportRecords(deps, context, question)) {
            yield part.map(recordCsvRow);
          }
        })(),
      });
      return;
    }
    res.json(
      await listRecordPage(deps, context, question, {
        cursor: query.cursor,
        limit: query.limit ?? DEFAULT_LIMIT,
      }),
    );
  });

  router.get('/records/counts', async (req, res) => {
    const context = await readContextOf(req, deps);
    const { by, across, ...query } = req.query;
    res.json(
      await countRecordPage(deps, context, {
        filters: filtersOf(query),
        by,
        across,
      }),
    );
  });

  router.get('/records/:kind/:namespace/:name', async (req, res) => {
    const context = await readContextOf(req, deps);
    const record = await readRecord(
      deps,
      context,
      stringifyEntityRef(req.params),
    );
    res.set('ETag', `"${record.record.version}"`);
    // The ETag is that of the record; its costs change without it.
    res.set('Cache-Control', 'no-store');
    res.json(record);
  });
}

/** Throws InputError for days that make no range. */
function filtersOf(query: RecordQuery): RecordFilters {
  return {
    kind: query.kind,
    class: query.class,
    stage: query.stage,
    owner: canonicalRef(query.owner, 'group'),
    ownerState: query.ownerState,
    assignee: canonicalRef(query.assignee, 'user'),
    assigneeState: query.assigneeState,
    service: canonicalRef(query.service, 'component'),
    vendor: query.vendor,
    ...endsBetween(query.endsFrom, query.endsTo),
    q: query.q,
    retired: query.retired === true,
  };
}

/** Throws InputError for days that do not exist or are in the wrong order. */
function endsBetween(
  endsFrom: string | undefined,
  endsTo: string | undefined,
): { endsFrom?: string; endsTo?: string } {
  for (const [name, date] of Object.entries({ endsFrom, endsTo })) {
    if (date !== undefined) {
      dayOf(date, name);
    }
  }
  if (endsFrom !== undefined && endsTo !== undefined && endsFrom > endsTo) {
    throw new InputError('endsFrom must not be after endsTo');
  }
  return { endsFrom, endsTo };
}
