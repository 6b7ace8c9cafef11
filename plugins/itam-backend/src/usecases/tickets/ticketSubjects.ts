import { NotFoundError } from '@backstage/errors';
import {
  RecordNotFoundError,
  type RefLabel,
} from '@backstage-itam/plugin-itam-common';
import type {
  ItamTicketSource,
  TicketItem,
} from '@backstage-itam/plugin-itam-node';
import type { CostNode } from '../../stores/queries/costNode';
import { readReadableRecords } from '../../stores/queries/readableRecords';
import {
  declaredAssets,
  servicesOf,
  sourcedAssets,
  usersOf,
  type TicketAsset,
} from '../../stores/queries/ticketSubjects';
import { labelOf } from '../records/catalogLabels';
import type { ReadContext } from '../records/readContext';
import { entityAnnotations } from './entityAnnotations';
import type { TicketDeps } from './ticketDeps';

const MOST_SERVICES = 200;
const MOST_ASSETS = 500;

/** What tickets of a node can be about. */
export interface TicketSubjects {
  labels: ReadonlyMap<string, RefLabel>;
  /** For each service, itself and the assets it uses, by their refs. */
  services: ReadonlyMap<string, ReadonlySet<string>>;
  /** What each source is asked about, with the refs it is. */
  itemsOf(source: ItamTicketSource): { item: TicketItem; ref: string }[];
  /** False when there is more than is asked about at once. */
  complete: boolean;
}

/**
 * The services and assets of a node that the caller may see, which tickets can
 * be about.
 *
 * Throws RecordNotFoundError (404) for a record they may not read, and
 * NotFoundError for an entity that is not there for them.
 */
export async function ticketSubjects(
  deps: TicketDeps,
  context: ReadContext,
  node: CostNode,
): Promise<TicketSubjects> {
  const { knex } = deps;
  const { access, credentials, today } = context;
  if (node.selects === 'record') {
    const readable = await readReadableRecords(knex, [node.ref], access, today);
    if (!readable.has(node.ref)) {
      throw new RecordNotFoundError({ ref: node.ref });
    }
  }
  const services = await servicesOf(knex, node, MOST_SERVICES + 1);
  const query = { node, access, today, limit: MOST_ASSETS + 1 };
  const streams = deps.ticketSources.all().flatMap(({ records }) =>
    (records?.streams ?? []).map(stream => ({
      connector: records?.connector ?? '',
      stream,
    })),
  );
  const sourced = await sourcedAssets(knex, query, streams);
  const declared = deps.ticketSources
    .all()
    .some(({ annotations }) => annotations.length > 0)
    ? await declaredAssets(knex, query)
    : [];
  const found = eachOnce([...sourced, ...declared]);
  const assets = found.slice(0, MOST_ASSETS);
  const shown = services.slice(0, MOST_SERVICES);
  const annotations = await entityAnnotations(
    deps,
    [
      ...new Set([
        ...(node.selects === 'record' ? [] : [node.ref]),
        ...shown,
        ...assets.map(({ ref }) => ref),
      ]),
    ],
    credentials,
  );
  if (node.selects !== 'record' && !annotations.has(node.ref)) {
    throw new NotFoundError(`There is no ${node.ref}`);
  }
  // An asset that is readable in the register may be named by its annotations
  // only where the catalog shows them; a service only where it is shown.
  const visible = shown.filter(ref => annotations.has(ref));
  const names = await deps.labels.load(visible, credentials);
  return {
    labels: new Map([
      ...visible.map((ref): [string, RefLabel] => [ref, labelOf(ref, names)]),
      ...assets.map(({ ref, title }): [string, RefLabel] => [
        ref,
        { ref, title, resolved: true },
      ]),
    ]),
    services: await usesOf(deps, visible, assets),
    itemsOf: source => itemsOf(source, visible, assets, annotations),
    complete: services.length <= MOST_SERVICES && found.length <= MOST_ASSETS,
  };
}

/** An asset that a group owns may be used by its services as well. */
function eachOnce(assets: readonly TicketAsset[]): TicketAsset[] {
  return [
    ...new Map(
      assets.map(asset => [JSON.stringify([asset.ref, asset.sourced]), asset]),
    ).values(),
  ];
}

async function usesOf(
  { knex }: Pick<TicketDeps, 'knex'>,
  services: readonly string[],
  assets: readonly TicketAsset[],
): Promise<Map<string, Set<string>>> {
  const users = await usersOf(
    knex,
    [...new Set(assets.map(({ id }) => id))],
    services,
  );
  const uses = new Map(services.map(ref => [ref, new Set([ref])]));
  for (const { id, ref } of assets) {
    users.get(id)?.forEach(service => uses.get(service)?.add(ref));
  }
  return uses;
}

function itemsOf(
  source: ItamTicketSource,
  services: readonly string[],
  assets: readonly TicketAsset[],
  annotations: ReadonlyMap<string, Record<string, string>>,
): { item: TicketItem; ref: string }[] {
  const { records } = source;
  const bySource = assets.flatMap(({ ref, sourced }) =>
    sourced &&
    sourced.connector === records?.connector &&
    records.streams.includes(sourced.stream)
      ? [
          {
            ref,
            item: {
              key: JSON.stringify([sourced.stream, sourced.sourceId]),
              record: { stream: sourced.stream, sourceId: sourced.sourceId },
            },
          },
        ]
      : [],
  );
  const named = [
    ...new Set([...services, ...assets.map(({ ref }) => ref)]),
  ].flatMap(ref => {
    const own = Object.entries(annotations.get(ref) ?? {})
      .filter(([name]) => source.annotations.includes(name))
      .sort(([a], [b]) => (a < b ? -1 : 1));
    return own.length === 0
      ? []
      : [
          {
            ref,
            item: {
              key: JSON.stringify(own),
              annotations: Object.fromEntries(own),
            },
          },
        ];
  });
  return [...bySource, ...named];
}
