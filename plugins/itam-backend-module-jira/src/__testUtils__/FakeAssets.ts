import type { IncomingMessage, ServerResponse } from 'node:http';
// The frame that all such servers share.
// eslint-disable-next-line @backstage/no-mixed-plugin-imports
import {
  LoopbackServer,
  send,
} from '@backstage-itam/plugin-itam-backend/testUtils';
import { ATTRIBUTES, attributeId, TYPES } from './fakeSchema';

export { send };

/** An object, with its values by the name of the attribute. */
export interface FakeObject {
  id: number;
  typeId: number;
  label: string;
  created: string;
  updated: string;
  values: Record<string, readonly object[]>;
}

/** What `total` of Cloud says at most. */
const MOST_TOTAL = 1_000;

/**
 * Assets as its documentation says it behaves, on Cloud and on Data Center:
 * objects come without the attributes they have no value for, a type does not
 * count those below it, objects are in the order of their labels unless asked
 * otherwise, a query that is not understood is refused, and on Cloud `total`
 * does not tell how many there are.
 */
export class FakeAssets extends LoopbackServer {
  objects: FakeObject[] = [];
  workspaces = ['w-1'];
  /** AQL that was asked for. */
  readonly queries: string[] = [];
  /** However many are asked for, a page has no more. */
  mostObjects = 1_000;

  protected override answer(
    req: IncomingMessage,
    res: ServerResponse,
    url: URL,
  ): void {
    const basic = `Basic ${btoa('reader@acme.example:secret')}`;
    if (![basic, 'Bearer pat'].includes(req.headers.authorization ?? '')) {
      send(res, 401, { errorMessages: ['Unauthorized'] });
      return;
    }
    const cloud = '/jsm/assets/workspace/w-1/v1';
    const path = url.pathname
      .replace(cloud, '')
      .replace('/rest/assets/1.0', '');
    const isCloud = url.pathname.startsWith(cloud);
    const found = /^\/object(schema|type)\/(\d+)\/(\S+)$/.exec(path);
    if (path === '/rest/servicedeskapi/assets/workspace') {
      const values = this.workspaces.map(workspaceId => ({ workspaceId }));
      send(res, 200, { size: values.length, isLastPage: true, values });
    } else if (path === '/objectschema/list') {
      const list = [
        { id: '1', name: 'IT Assets', objectSchemaKey: 'ITAM' },
        { id: '2', name: 'People', objectSchemaKey: 'HR' },
      ];
      const at = Number(url.searchParams.get('startAt') ?? '0');
      send(
        res,
        200,
        isCloud
          ? { values: list.slice(at, at + 1), isLast: at + 1 >= list.length }
          : { objectschemas: list },
      );
    } else if (found?.[1] === 'schema') {
      send(
        res,
        200,
        TYPES.filter(({ schema }) => schema === found[2]),
      );
    } else if (found?.[1] === 'type') {
      const typeId = Number(found[2]);
      send(
        res,
        200,
        (ATTRIBUTES[typeId] ?? []).map(one => ({
          ...one,
          id: String(attributeId(typeId, one.name)),
        })),
      );
    } else if (path === '/object/aql' && req.method === 'POST') {
      let body = '';
      req.on('data', part => (body += part));
      req.on('end', () => this.#cloudPage(res, url, JSON.parse(body).qlQuery));
    } else if (path === '/aql/objects' && req.method === 'GET') {
      this.#dataCenterPage(res, url);
    } else {
      send(res, 404, { errorMessages: ['Not found'] });
    }
  }

  #cloudPage(res: ServerResponse, url: URL, aql: string): void {
    const found = this.#found(res, aql);
    if (!found) return;
    const start = Number(url.searchParams.get('startAt') ?? '0');
    const asked = Number(url.searchParams.get('maxResults') ?? '25');
    const values = found.slice(
      start,
      start + Math.min(asked, this.mostObjects),
    );
    const end = start + values.length;
    send(res, 200, {
      startAt: start,
      maxResults: asked,
      total: Math.min(found.length, MOST_TOTAL),
      hasMoreResults: found.length > MOST_TOTAL,
      // With 1000 or more it has been wrong.
      isLast: asked >= 1_000 || end >= found.length,
      values: values.map(one => shown(one, String)),
    });
  }

  #dataCenterPage(res: ServerResponse, url: URL): void {
    const found = this.#found(res, url.searchParams.get('qlQuery') ?? '');
    if (!found) return;
    const size = Number(url.searchParams.get('resultPerPage') ?? '25');
    const page = Number(url.searchParams.get('page') ?? '1');
    send(res, 200, {
      totalFilterCount: found.length,
      pageNumber: page,
      pageSize: Math.ceil(found.length / size),
      objectEntries: found
        .slice((page - 1) * size, page * size)
        .map(one => shown(one, Number)),
    });
  }

  #found(res: ServerResponse, aql: string): FakeObject[] | undefined {
    this.queries.push(aql);
    const [, conditions, order] =
      /^(.*?)(?: order by (\w+) asc)?$/.exec(aql) ?? [];
    const meets = conditions.split(' AND ').map(conditionOf);
    if (meets.some(one => one === undefined)) {
      send(res, 400, { errorMessages: ['The AQL is not valid'] });
      return undefined;
    }
    const keyOf = (one: FakeObject) =>
      order === 'Created' ? one.created : one.label;
    return this.objects
      .filter(one => meets.every(meet => meet?.(one)))
      .sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  }
}

/** Undefined for a condition that is not understood. */
function conditionOf(
  clause: string,
): ((object: FakeObject) => boolean) | undefined {
  const types = /^objectTypeId in \(([\d, ]+)\)$/.exec(clause);
  if (types) {
    const ids = types[1].split(', ').map(Number);
    return ({ typeId }) => ids.includes(typeId);
  }
  const ago = /^Updated >= "now\(-(\d+)m\)"$/.exec(clause);
  if (ago) {
    const from = Date.now() - Number(ago[1]) * 60_000;
    return ({ updated }) => Date.parse(updated) >= from;
  }
  const like = /^\(Name like (\w+)\)$/.exec(clause);
  return like ? ({ label }) => label.includes(like[1]) : undefined;
}

function shown(
  { id, typeId, label, created, updated, values }: FakeObject,
  asId: (id: number) => string | number,
): object {
  return {
    id: asId(id),
    label,
    objectKey: `ITAM-${id}`,
    objectType: { id: asId(typeId) },
    created,
    updated,
    attributes: Object.entries(values)
      .filter(([, list]) => list.length > 0)
      .map(([name, objectAttributeValues]) => ({
        objectTypeAttributeId: asId(attributeId(typeId, name)),
        objectAttributeValues,
      })),
  };
}
