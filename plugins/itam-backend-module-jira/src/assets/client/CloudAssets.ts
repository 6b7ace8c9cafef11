import {
  SourceError,
  sourceField,
  type SourceHttp,
} from '@backstage-itam/plugin-itam-node';
import { listOf, objectsOf, schemasOf, textAt, typesOf } from './answers';
import type {
  AssetsAnswer,
  AssetsApi,
  AssetsSchema,
  AssetsType,
} from './AssetsApi';

/** Schemas asked for at once. */
const SCHEMAS = 25;

/**
 * The Assets REST API of Cloud.
 *
 * @remarks
 * It does not say how many objects there are: `total` ends at 1000. Only
 * `isLast` tells whether more follow.
 */
export class CloudAssets implements AssetsApi {
  #workspaceId: string | undefined;

  constructor(
    /** The site, which knows its workspace. */
    private readonly site: SourceHttp,
    private readonly api: SourceHttp,
    private readonly options: { pageSize: number; workspaceId?: string },
  ) {
    this.#workspaceId = options.workspaceId;
  }

  async find(
    aql: string,
    offset: number,
    signal: AbortSignal,
  ): Promise<AssetsAnswer> {
    const parameters = new URLSearchParams({
      startAt: String(offset),
      maxResults: String(this.options.pageSize),
      includeAttributes: 'true',
    });
    const { body } = await this.api.post(
      `${await this.#path(signal)}/object/aql?${parameters}`,
      { qlQuery: aql },
      signal,
    );
    return {
      start: offset,
      objects: objectsOf(sourceField(body, 'values'), 'objects'),
      isLast: isLast(body),
    };
  }

  async schemas(signal: AbortSignal): Promise<AssetsSchema[]> {
    const schemas: AssetsSchema[] = [];
    for (;;) {
      const { body } = await this.api.get(
        `${await this.#path(signal)}/objectschema/list?startAt=${
          schemas.length
        }&maxResults=${SCHEMAS}`,
        signal,
      );
      const some = schemasOf(listOf(sourceField(body, 'values'), 'schemas'));
      schemas.push(...some);
      if (some.length === 0 || isLast(body)) {
        return schemas;
      }
    }
  }

  async types(schemaId: string, signal: AbortSignal): Promise<AssetsType[]> {
    const { body } = await this.api.get(
      `${await this.#path(signal)}/objectschema/${encodeURIComponent(
        schemaId,
      )}/objecttypes/flat`,
      signal,
    );
    return typesOf(listOf(body, 'types of objects'));
  }

  async attributes(typeId: string, signal: AbortSignal): Promise<unknown[]> {
    const { body } = await this.api.get(
      `${await this.#path(signal)}/objecttype/${encodeURIComponent(
        typeId,
      )}/attributes`,
      signal,
    );
    return listOf(body, 'attributes');
  }

  async #path(signal: AbortSignal): Promise<string> {
    this.#workspaceId ??= await this.#askWorkspace(signal);
    return `jsm/assets/workspace/${encodeURIComponent(this.#workspaceId)}/v1`;
  }

  async #askWorkspace(signal: AbortSignal): Promise<string> {
    const { body } = await this.site.get(
      'rest/servicedeskapi/assets/workspace',
      signal,
    );
    const ids = listOf(sourceField(body, 'values'), 'workspaces').map(one =>
      textAt(one, 'workspaceId'),
    );
    if (ids.length !== 1 || ids[0] === '') {
      throw new SourceError(
        ids.length > 1
          ? `The site has several workspaces of Assets: ${ids.join(
              ', ',
            )}. Name one in workspaceId`
          : 'The site shows us no workspace of Assets: it needs Jira Service Management Premium or Enterprise, and our account access to it',
        'answer',
      );
    }
    return ids[0];
  }
}

function isLast(body: unknown): boolean {
  const last = sourceField(body, 'isLast') ?? sourceField(body, 'last');
  if (typeof last !== 'boolean') {
    throw new SourceError(
      'Assets does not say whether more follows (isLast)',
      'answer',
    );
  }
  return last;
}
