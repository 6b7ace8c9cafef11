import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import {
  NotFoundError,
  ServiceUnavailableError,
  stringifyError,
} from '@backstage/errors';
import type {
  ConfigurationItem,
  RefLabel,
} from '@backstage-itam/plugin-itam-common';
import {
  SourceError,
  type ItamTicketSource,
} from '@backstage-itam/plugin-itam-node';
import { readReadableRecords } from '../../stores/queries/readableRecords';
import { refsOfSourced } from '../../stores/queries/ticketSubjects';
import type { ReadContext } from '../records/readContext';
import type { TicketDeps } from './ticketDeps';

const MOST_ENTITIES = 20;
/** Somebody has followed a link and waits. */
const MOST_MS = 10_000;

/**
 * The services and assets that an id of a tool means, of those the caller may
 * see, services first. The tool is asked only when nothing is known by the id
 * itself.
 *
 * Throws NotFoundError when there are none, and ServiceUnavailableError when
 * the tool has to be asked and does not answer.
 */
export async function findConfigurationItem(
  deps: TicketDeps,
  context: ReadContext,
  sourceId: string,
  id: string,
): Promise<ConfigurationItem> {
  const source = deps.ticketSources.get(sourceId);
  if (!source || context.access.records.kind === 'none') {
    throw new NotFoundError('No such tool is connected');
  }
  const named = source.itemNamed(id);
  const entities = await annotatedEntities(deps, context, named.annotations);
  const known = [
    ...entities,
    ...(await readableOf(deps, context, source, named.records)),
  ];
  const items =
    known.length > 0
      ? known
      : await readableOf(deps, context, source, await askedRecords(source, id));
  if (items.length === 0) {
    throw new NotFoundError(
      `No service and no asset is known to be ${id} of ${source.title}`,
    );
  }
  const unique = new Map(items.map(item => [item.ref, item]));
  return {
    source: source.id,
    title: source.title,
    items: [...unique.values()],
  };
}

async function askedRecords(source: ItamTicketSource, id: string) {
  try {
    return (await source.findRecords?.(id, AbortSignal.timeout(MOST_MS))) ?? [];
  } catch (error) {
    throw new ServiceUnavailableError(
      `${source.title} does not tell what ${id} is: ${
        error instanceof SourceError ? error.message : 'no answer in time'
      }`,
    );
  }
}

async function readableOf(
  { knex }: TicketDeps,
  { access, today }: ReadContext,
  source: ItamTicketSource,
  records: readonly { stream: string; sourceId: string }[],
): Promise<RefLabel[]> {
  if (!source.records || records.length === 0) {
    return [];
  }
  const refs = await refsOfSourced(knex, source.records.connector, records);
  const readable = await readReadableRecords(knex, refs, access, today);
  return refs.flatMap(ref => {
    const record = readable.get(ref);
    return record ? [{ ref, title: record.title, resolved: true }] : [];
  });
}

/** Entities with all annotations of one of the sets, whose case counts. */
async function annotatedEntities(
  { catalog, logger }: TicketDeps,
  { credentials }: ReadContext,
  sets: readonly Readonly<Record<string, string>>[],
): Promise<RefLabel[]> {
  if (sets.length === 0) {
    return [];
  }
  try {
    const { items } = await catalog.getEntities(
      {
        filter: sets.map(set =>
          Object.fromEntries(
            Object.entries(set).map(([name, value]) => [
              `metadata.annotations.${name}`,
              value,
            ]),
          ),
        ),
        limit: MOST_ENTITIES,
      },
      { credentials },
    );
    return items
      .filter(entity => sets.some(set => hasAll(entity, set)))
      .map(entity => ({
        ref: stringifyEntityRef(entity),
        title: entity.metadata.title ?? entity.metadata.name,
        resolved: true,
      }));
  } catch (error) {
    logger.warn(
      `A configuration item is not looked up, the catalog did not answer: ${stringifyError(
        error,
      )}`,
    );
    throw new ServiceUnavailableError('The catalog does not answer for now');
  }
}

function hasAll(
  entity: Entity,
  set: Readonly<Record<string, string>>,
): boolean {
  return Object.entries(set).every(
    ([name, value]) => entity.metadata.annotations?.[name]?.trim() === value,
  );
}
