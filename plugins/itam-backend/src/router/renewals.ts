import {
  exportRenewals,
  listRenewalPage,
} from '../usecases/renewals/listRenewalPage';
import { confirmCalendarTokens } from '../usecases/calendar/manageCalendarTokens';
import { renewalCsvHeader, renewalCsvRow } from './csv/renewalCsv';
import { sendCsv } from './csv/sendCsv';
import { actorOf } from './requests/actorOf';
import { renewalQuestionOf } from './requests/renewalQuestion';
import { readContextOf, type ItamRouter, type RouteDeps } from './routeDeps';

const DEFAULT_LIMIT = 50;

/** `GET /renewals`. */
export function addRenewalRoutes(router: ItamRouter, deps: RouteDeps): void {
  router.get('/renewals', async (req, res) => {
    const context = await readContextOf(req, deps);
    const { query } = req;
    const question = renewalQuestionOf(query, context.today);
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
