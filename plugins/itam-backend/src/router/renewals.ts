import { InputError } from '@backstage/errors';
import { addDays } from '@backstage-itam/plugin-itam-common';
import {
  exportRenewals,
  listRenewalPage,
  type RenewalQuestion,
} from '../usecases/renewals/listRenewalPage';
import { confirmCalendarTokens } from '../usecases/calendar/manageCalendarTokens';
import { renewalCsvHeader, renewalCsvRow } from './csv/renewalCsv';
import { sendCsv } from './csv/sendCsv';
import { actorOf } from './requests/actorOf';
import { canonicalRef } from './requests/canonicalRef';
import { dayOf } from './requests/dayOf';
import { readContextOf, type ItamRouter, type RouteDeps } from './routeDeps';

const DEFAULT_LIMIT = 50;
const DEFAULT_DAYS = 90;

/** `GET /renewals`. */
export function addRenewalRoutes(router: ItamRouter, deps: RouteDeps): void {
  router.get('/renewals', async (req, res) => {
    const context = await readContextOf(req, deps);
    const { query } = req;
    const from = dayOf(query.from ?? context.today, 'from');
    const question: RenewalQuestion = {
      from,
      to:
        query.to === undefined
          ? addDays(from, DEFAULT_DAYS)
          : dayOf(query.to, 'to'),
      state: query.state,
      owner: canonicalRef(query.owner, 'group'),
      vendor: query.vendor,
      decision: query.decision === true,
    };
    if (question.from > question.to) {
      throw new InputError('from must not be after to');
    }
    if (query.format === 'csv') {
      await sendCsv(req, res, deps, {
        fileName: 'renewals.csv',
        eventId: 'renewals-export',
        header: renewalCsvHeader,
        rows: (async function* rows() {
          for await (const part of exportRenewals(deps, context, question)) {
            yield part.map(renewalCsvRow);
          }
        })(),
      });
      return;
    }
    const { credentials, at } = context;
    const owner = actorOf(credentials);
    await confirmCalendarTokens(
      deps,
      { userRef: owner, at },
      async () => await deps.keptDecisions.decide(credentials),
    );
    res.json(
      await listRenewalPage(deps, context, question, {
        cursor: query.cursor,
        limit: query.limit ?? DEFAULT_LIMIT,
      }),
    );
  });
}
