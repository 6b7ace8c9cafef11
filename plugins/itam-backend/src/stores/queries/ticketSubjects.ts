import type { Knex } from 'knex';
import { idList, textList } from '../../database/idList';
import type { Access } from '../../permissions/access';
import type { CostNode } from './costNode';
import { recordCondition, type CostScope } from './costScopes';
import { matching } from './listRecords';

/** Kinds of entities that use assets and have tickets. */
const SERVICE_KINDS = [
  'component',
  'system',
  'resource',
  'api',
  'domain',
] as const;

/** Refs of the services of a node, itself included, in their order. */
export async function servicesOf(
  knex: Knex,
  node: CostNode,
  limit: number,
): Promise<string[]> {
  if (node.selects === 'service') {
    return [node.ref];
  }
  if (node.selects !== 'assembly' && node.selects !== 'organisation') {
    return [];
  }
  const services: Knex.QueryBuilder = knex('nodes')
    .whereIn('nodes.kind', [...SERVICE_KINDS])
    .orderBy('nodes.ref')
    .limit(limit);
  const below = knex('node_closure').select('descendant_ref');
  if (node.selects === 'assembly') {
    below.where({ dimension: 'part', ancestor_ref: node.ref });
    services.whereIn('nodes.ref', below);
  } else {
    below.where({ dimension: 'group', ancestor_ref: node.ref });
    services.where(owned =>
      owned
        .where('nodes.owner_ref', node.ref)
        .orWhereIn('nodes.owner_ref', below),
    );
  }
  const rows: { ref: string }[] = await services.select('nodes.ref');
  const refs = rows.map(({ ref }) => ref);
  return node.selects === 'assembly' && !refs.includes(node.ref)
    ? [node.ref, ...refs]
    : refs;
}

/** An asset, and which record of a connected tool it is. */
export interface TicketAsset {
  id: number;
  ref: string;
  title: string;
  sourced?: { connector: string; stream: string; sourceId: string };
}

/** Whose assets are asked for. */
export interface TicketAssetQuery {
  node: CostNode;
  access: Access;
  /** ISO calendar date. */
  today: string;
  limit: number;
}

/**
 * Living assets of a node that the caller may read and that lists of
 * connectors have: a service's are those it uses, a group's those it owns and
 * those its services use.
 */
export async function sourcedAssets(
  knex: Knex,
  query: TicketAssetQuery,
  streams: readonly { connector: string; stream: string }[],
): Promise<TicketAsset[]> {
  const assets: TicketAsset[] = [];
  for (const { connector, stream } of streams) {
    for (const scope of scopesOf(query.node)) {
      const rows: {
        id: number;
        ref: string;
        title: string;
        source_id: string;
      }[] = await assetsIn(knex, scope, query)
        .join('connector_records as sourced', 'sourced.ref', 'records.ref')
        .where({
          'sourced.connector_id': connector,
          'sourced.stream': stream,
        })
        .whereNull('sourced.absent_since')
        .select(
          'records.id',
          'records.ref',
          'records.title',
          'sourced.source_id',
        );
      assets.push(
        ...rows.map(({ id, ref, title, source_id: sourceId }) => ({
          id,
          ref,
          title,
          sourced: { connector, stream, sourceId },
        })),
      );
    }
  }
  return assets;
}

/** Of the same assets, those declared in a repository: they may be annotated. */
export async function declaredAssets(
  knex: Knex,
  query: TicketAssetQuery,
): Promise<TicketAsset[]> {
  const assets: TicketAsset[] = [];
  for (const scope of scopesOf(query.node)) {
    const rows: { id: number; ref: string; title: string }[] = await assetsIn(
      knex,
      scope,
      query,
    )
      .where('records.origin', 'declared')
      .select('records.id', 'records.ref', 'records.title');
    assets.push(...rows);
  }
  return assets;
}

/** One scope at a time, so that each uses its own index. */
function assetsIn(
  knex: Knex,
  scope: CostScope,
  { access, today, limit }: TicketAssetQuery,
): Knex.QueryBuilder {
  const { sql, values } = recordCondition(scope);
  return matching(knex, {
    access,
    asOf: today,
    filters: { kind: 'Asset', retired: false },
  })
    .whereRaw(sql, values)
    .orderBy('records.id')
    .limit(limit);
}

/** Of these services, those that use each of these records, by its id. */
export async function usersOf(
  knex: Knex,
  recordIds: readonly number[],
  services: readonly string[],
): Promise<Map<number, string[]>> {
  const users = new Map<number, string[]>();
  if (recordIds.length === 0 || services.length === 0) {
    return users;
  }
  const rows: { record_id: number; service_ref: string }[] = await knex(
    'record_services',
  )
    .whereIn('record_id', idList(knex, recordIds))
    .whereIn('service_ref', textList(knex, services))
    .select('record_id', 'service_ref');
  for (const { record_id: id, service_ref: ref } of rows) {
    users.set(id, [...(users.get(id) ?? []), ref]);
  }
  return users;
}

/** Refs of the records that these records of a connector are. */
export async function refsOfSourced(
  knex: Knex,
  connector: string,
  records: readonly { stream: string; sourceId: string }[],
): Promise<string[]> {
  const rows: { ref: string; stream: string; source_id: string }[] = await knex(
    'connector_records',
  )
    .where('connector_id', connector)
    .whereIn(
      'source_id',
      textList(
        knex,
        records.map(({ sourceId }) => sourceId),
      ),
    )
    .orderBy('ref')
    .select('ref', 'stream', 'source_id');
  return rows
    .filter(row =>
      records.some(
        ({ stream, sourceId }) =>
          stream === row.stream && sourceId === row.source_id,
      ),
    )
    .map(({ ref }) => ref);
}

function scopesOf({ selects, key }: CostNode): CostScope[] {
  switch (selects) {
    case 'record':
      return [{ over: 'records', where: 'record', key }];
    case 'service':
    case 'assembly':
      return [{ over: 'slices', where: 'part-of', key }];
    case 'organisation':
      return [
        { over: 'records', where: 'owner-in-group', key },
        { over: 'slices', where: 'service-owner-in-group', key },
      ];
    default:
      return [];
  }
}
