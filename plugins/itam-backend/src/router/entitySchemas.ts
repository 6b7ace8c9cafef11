import type { HttpRouterService } from '@backstage/backend-plugin-api';
import {
  itamFileJsonSchema,
  itamJsonSchemas,
} from '@backstage-itam/plugin-itam-common';
import { NotFoundError } from '@backstage/errors';
import type { JsonObject } from '@backstage/types';
import { createHash } from 'node:crypto';
import type { ItamRouter } from './routeDeps';

const SCHEMAS_PATH = '/.well-known/schemas';

/** A schema as it is sent, and the tag of this text. */
interface SchemaFile {
  text: string;
  etag: string;
}

const files: ReadonlyMap<string, SchemaFile> = new Map([
  ['catalog-file.json', schemaFile(itamFileJsonSchema)],
  ['asset.json', schemaFile(itamJsonSchemas.Asset)],
  ['license.json', schemaFile(itamJsonSchemas.License)],
  ['contract.json', schemaFile(itamJsonSchemas.Contract)],
]);

/**
 * Lets editors read the schemas without credentials: they are those of the
 * product, and hold nothing of the company.
 */
export function openEntitySchemas(
  httpRouter: Pick<HttpRouterService, 'addAuthPolicy'>,
): void {
  httpRouter.addAuthPolicy({ path: SCHEMAS_PATH, allow: 'unauthenticated' });
}

/** `GET /.well-known/schemas/{file}`. */
export function addEntitySchemaRoutes(router: ItamRouter): void {
  router.get('/.well-known/schemas/:file', (req, res) => {
    const file = files.get(req.params.file);
    if (!file) {
      throw new NotFoundError(
        `No schema ${req.params.file}; there are ${[...files.keys()].join(
          ', ',
        )}`,
      );
    }
    sendSchema(req, res, file);
  });
}

/** What a schema needs of a response, whatever its contract says of it. */
interface SchemaResponse {
  statusCode: number;
  set(header: string, value: string): unknown;
  type(contentType: string): unknown;
  end(text?: string): unknown;
}

/** Sends a schema, or that it is the one the caller has. */
function sendSchema(
  req: { fresh: boolean },
  res: SchemaResponse,
  { text, etag }: SchemaFile,
): void {
  res.set('ETag', etag);
  res.set('Cache-Control', 'public, max-age=3600');
  if (req.fresh) {
    res.statusCode = 304;
    res.end();
    return;
  }
  res.statusCode = 200;
  res.type('application/json; charset=utf-8');
  res.end(text);
}

function schemaFile(schema: JsonObject): SchemaFile {
  const text = JSON.stringify(schema);
  const hash = createHash('sha256').update(text).digest('base64url');
  return { text, etag: `"${hash.slice(0, 27)}"` };
}
