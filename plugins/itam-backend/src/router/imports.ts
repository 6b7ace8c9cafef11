import { InputError } from '@backstage/errors';
import type { JsonObject } from '@backstage/types';
import {
  isCurrency,
  type ImportDateFormat,
} from '@backstage-itam/plugin-itam-common';
import { decideMandate } from '../permissions/mandate';
import { requireImport } from '../permissions/writeAccess';
import type { Delimiter } from '../spreadsheets/detectDelimiter';
import type { ImportSettings } from '../stores/imports/storedImport';
import { completeAnswer } from '../stores/idempotency/pendingAnswer';
import { readImportRows } from '../stores/imports/importRows';
import {
  beginCommit,
  beginUndo,
  checkAgain,
  type ImportChange,
} from '../usecases/imports/changeImport';
import { correctRow } from '../usecases/imports/correctRow';
import { forgetImport } from '../usecases/imports/forgetImport';
import { importFileName } from '../usecases/imports/importFileName';
import { listImportRows, listImports } from '../usecases/imports/listImports';
import { readOwnImport } from '../usecases/imports/ownImport';
import { receiveImportOnce } from '../usecases/imports/receiveImport';
import {
  renderCountedImport,
  renderImportRow,
} from '../usecases/imports/renderImport';
import type { ReadContext } from '../usecases/records/readContext';
import { actorOf } from './requests/actorOf';
import { audited } from './requests/audited';
import { readRepeatableUpload, sendAnswer } from './requests/idempotency';
import { readImportBody } from './requests/importBody';
import { etagOf } from './requests/preconditions';
import { versionCheckOf } from './requests/recordChange';
import { fieldOf } from './requests/writtenRecord';
import {
  readContextOf,
  type AnyRequest,
  type ItamRouter,
  type RouteDeps,
} from './routeDeps';

const DEFAULT_LIMIT = 50;
const DEFAULT_DATE_FORMAT: ImportDateFormat = 'YYYY-MM-DD';

const DELIMITERS: Readonly<Record<string, Delimiter>> = {
  comma: ',',
  semicolon: ';',
  tab: '\t',
  bar: '|',
};

/** Routes under `/imports`. */
export function addImportRoutes(router: ItamRouter, deps: RouteDeps): void {
  router.post('/imports', async (req, res) => {
    const context = await readContextOf(req, deps);
    const { query } = req;
    const by = {
      actor: actorOf(context.credentials),
      at: new Date(context.at),
    };
    try {
      const answer = await audited(
        req,
        deps,
        { eventId: 'import-upload', meta: { kind: query.kind ?? null } },
        async () => {
          await requireImport(deps, context.credentials);
          // A key that cannot be one is refused before the file is read.
          readRepeatableUpload(req, by, '');
          const fileName =
            query.fileName === undefined
              ? undefined
              : importFileName(query.fileName);
          const body = readImportBody(req, deps.config.imports, {
            encoding: query.encoding,
            delimiter: query.delimiter && DELIMITERS[query.delimiter],
          });
          const repeatable = () => readRepeatableUpload(req, by, body.digest());
          const received = await receiveImportOnce(
            deps.knex,
            {
              ...body,
              kind: query.kind,
              fileName,
              settings: {
                dateFormat: query.dateFormat ?? DEFAULT_DATE_FORMAT,
                blank: query.blank ?? 'keep',
                ...settingsOf(query),
              },
              mapping: mappingOf(query.mapping),
              mode: query.mode ?? 'all-or-nothing',
            },
            {
              ...by,
              mandate: await decideMandate(deps, context.credentials),
            },
            repeatable,
          );
          return await completeAnswer(
            deps.knex,
            repeatable(),
            received,
            async id =>
              JSON.stringify(
                await renderCountedImport(
                  deps.knex,
                  await readOwnImport(deps.knex, id, by.actor),
                ),
              ),
          );
        },
        ({ text }) => {
          const { id, kind, rows } = uploadedOf(text);
          return { importId: id, kind, rows };
        },
      );
      deps.imports.wake();
      res.set('ETag', etagOf(uploadedOf(answer.text).version));
      sendAnswer(res, answer);
    } catch (error) {
      // The rest of the file is not read; the connection cannot go on.
      res.set('Connection', 'close');
      req.resume();
      throw error;
    }
  });

  router.get('/imports', async (req, res) => {
    const context = await importContextOf(req, deps);
    res.json(
      await listImports(deps.knex, actorOf(context.credentials), {
        cursor: req.query.cursor,
        limit: req.query.limit ?? DEFAULT_LIMIT,
      }),
    );
  });

  router.get('/imports/:id', async (req, res) => {
    const context = await importContextOf(req, deps);
    await sendImport(res, deps, context, req.params.id);
  });

  router.delete('/imports/:id', async (req, res) => {
    const context = await readContextOf(req, deps);
    const { id } = req.params;
    await audited(
      req,
      deps,
      { eventId: 'import-delete', meta: { importId: id } },
      async () => {
        await requireImport(deps, context.credentials);
        const checkVersion = versionCheckOf(req, `import ${id}`);
        const actor = actorOf(context.credentials);
        await forgetImport(deps.knex, id, actor, checkVersion);
      },
    );
    res.status(204).end();
  });

  router.get('/imports/:id/rows', async (req, res) => {
    const context = await importContextOf(req, deps);
    const { outcome, result, cursor, limit = DEFAULT_LIMIT } = req.query;
    res.json(
      await listImportRows(deps.knex, actorOf(context.credentials), {
        id: req.params.id,
        outcome,
        result,
        cursor,
        limit,
      }),
    );
  });

  router.put('/imports/:id/rows/:row', async (req, res) => {
    const { id } = req.params;
    const rowNo = Number(req.params.row);
    const context = await auditedChange(
      req,
      deps,
      { eventId: 'import-row-correct', meta: { importId: id, row: rowNo } },
      id,
      async change => await correctRow(deps, change, rowNo, req.body.cells),
    );
    const actor = actorOf(context.credentials);
    const stored = await readOwnImport(deps.knex, id, actor);
    const [row] = await readImportRows(deps.knex, {
      importId: stored.id,
      rowNos: [rowNo],
      limit: 1,
    });
    res.set('ETag', etagOf(stored.version));
    res.json(renderImportRow(stored, row));
  });

  router.post('/imports/:id/mapping', async (req, res) => {
    const { id } = req.params;
    const { mapping, dateFormat, blank, statuses } = req.body;
    const context = await auditedChange(
      req,
      deps,
      { eventId: 'import-check', meta: { importId: id } },
      id,
      async change => {
        await checkAgain(deps.knex, change, {
          mapping,
          settings: {
            ...(dateFormat === undefined ? {} : { dateFormat }),
            ...(blank === undefined ? {} : { blank }),
            ...(statuses === undefined ? {} : { statuses }),
            ...settingsOf(req.body),
          },
        });
      },
    );
    deps.imports.wake();
    await sendImport(res, deps, context, id);
  });

  router.post('/imports/:id/commit', async (req, res) => {
    const { id } = req.params;
    const { mode } = req.body;
    const context = await auditedChange(
      req,
      deps,
      { eventId: 'import-commit', meta: { importId: id } },
      id,
      async change => {
        await beginCommit(deps.knex, change, mode);
      },
    );
    deps.imports.wake();
    await sendImport(res, deps, context, id);
  });

  router.post('/imports/:id/undo', async (req, res) => {
    const { id } = req.params;
    const context = await auditedChange(
      req,
      deps,
      { eventId: 'import-undo', meta: { importId: id } },
      id,
      async change => {
        await beginUndo(deps.knex, change);
      },
    );
    deps.imports.wake();
    await sendImport(res, deps, context, id);
  });
}

/** What an answer to an upload says of the import. */
function uploadedOf(text: string) {
  const answer: unknown = JSON.parse(text);
  return {
    id: String(fieldOf(answer, 'id')),
    kind: String(fieldOf(answer, 'kind')),
    rows: Number(fieldOf(answer, 'rows')),
    version: Number(fieldOf(answer, 'version')),
  };
}

/** Who asks; throws NotAllowedError (403) for who may not import. */
async function importContextOf(
  req: AnyRequest,
  deps: RouteDeps,
): Promise<ReadContext> {
  const context = await readContextOf(req, deps);
  await requireImport(deps, context.credentials);
  return context;
}

/** Changes an import of the caller's own, as {@link audited}. */
async function auditedChange(
  req: AnyRequest,
  deps: RouteDeps,
  event: { eventId: string; meta: JsonObject },
  id: string,
  work: (change: ImportChange) => Promise<unknown>,
): Promise<ReadContext> {
  const context = await readContextOf(req, deps);
  await audited(req, deps, event, async () => {
    await requireImport(deps, context.credentials);
    const checkVersion = versionCheckOf(req, `import ${id}`);
    const actor = actorOf(context.credentials);
    // Whoever does not know it learns nothing of its state.
    await readOwnImport(deps.knex, id, actor);
    await work({
      id,
      actor,
      at: new Date(context.at),
      mandate: await decideMandate(deps, context.credentials),
      checkVersion,
    });
  });
  return context;
}

async function sendImport(
  res: {
    set(header: 'ETag' | 'Cache-Control', value: string): unknown;
    json(body: Awaited<ReturnType<typeof renderCountedImport>>): unknown;
  },
  deps: RouteDeps,
  context: ReadContext,
  id: string,
): Promise<void> {
  const actor = actorOf(context.credentials);
  const stored = await readOwnImport(deps.knex, id, actor);
  res.set('ETag', etagOf(stored.version));
  // The ETag is that of what its uploader changes; the work goes on without.
  res.set('Cache-Control', 'no-store');
  res.json(await renderCountedImport(deps.knex, stored));
}

/** Throws InputError (400) for what is no currency. */
function settingsOf({
  decimalSeparator,
  currency,
}: {
  decimalSeparator?: 'point' | 'comma';
  currency?: string;
}): Partial<ImportSettings> {
  if (currency !== undefined && !isCurrency(currency)) {
    throw new InputError('currency has to be an ISO 4217 code such as EUR');
  }
  return {
    ...(decimalSeparator === undefined ? {} : { decimal: decimalSeparator }),
    ...(currency === undefined ? {} : { currency }),
  };
}

/** Throws InputError (400) for what is no object of ids by header. */
function mappingOf(
  text: string | undefined,
): Record<string, string | null> | undefined {
  if (text === undefined) {
    return undefined;
  }
  const refused = new InputError(
    'mapping has to be a JSON object of field ids by header, such as {"Inventar-Nr.":"tag"}',
  );
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw refused;
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw refused;
  }
  return Object.fromEntries(
    Object.entries(value).map(([header, field]) => {
      if (field !== null && typeof field !== 'string') {
        throw refused;
      }
      return [header, field];
    }),
  );
}
