import type { SourceUnknown } from '@backstage-itam/plugin-itam-node';
import type { TableReader } from '../client/TableReader';
import type { RelationsConfig } from '../config/ServiceNowConfig';
import { ENTITY_ANNOTATION } from '../tickets/subjects';
import type { ServiceEntities } from './AnnotatedServices';
import {
  hasRelations,
  ItemGraph,
  RELATION_TABLE,
  type Item,
} from './ItemGraph';
import { relationTypeIds } from './relationTypes';
import { sharesCell } from './sharesCell';

/** What configuration items serve. */
export interface Served {
  /**
   * Cells of the field `services` by the id of an item. An item without a cell
   * is not known to serve nothing.
   */
  cells: ReadonlyMap<string, string>;
  /** What could not be found out. */
  unknown: SourceUnknown[];
}

/**
 * Finds the services that configuration items serve: the nearest ones above
 * them that an entity of the catalog names by its annotation.
 */
export class ServedServices {
  readonly #reader: TableReader;
  readonly #relations: RelationsConfig;
  readonly #entities: ServiceEntities;

  constructor(
    reader: TableReader,
    relations: RelationsConfig,
    entities: ServiceEntities,
  ) {
    this.#reader = reader;
    this.#relations = relations;
    this.#entities = entities;
  }

  /** What these items serve. Throws SourceError. */
  async by(items: readonly string[], signal: AbortSignal): Promise<Served> {
    const ids = [...new Set(items.filter(id => id !== ''))];
    const none = new Map(items.includes('') ? [['', '']] : []);
    if (ids.length === 0) {
      return { cells: none, unknown: [] };
    }
    const entities = await this.#entities.byAnnotation();
    const stays = (sourceId: string, why: string): Served => ({
      cells: none,
      unknown: [
        {
          sourceId,
          message: `${why}. The services of assets stay as they are`,
        },
      ],
    });
    if (entities.size === 0) {
      // A catalog that was just started says the same.
      return stays(
        ENTITY_ANNOTATION,
        'No entity of the catalog has this annotation',
      );
    }
    const refsOf = ({ id, isService, entity }: Item): readonly string[] =>
      isService
        ? entities.get(id) ?? entities.get(entity.toLowerCase()) ?? []
        : [];
    const graph = await ItemGraph.above(
      this.#reader,
      ids,
      {
        typeIds: await relationTypeIds(
          this.#reader,
          this.#relations.types,
          signal,
        ),
        relations: this.#relations,
        isGoal: item => refsOf(item).length > 0,
      },
      signal,
    );
    if (graph.hidden > 0) {
      return stays(
        RELATION_TABLE,
        'Access rules of the instance hide relations from us',
      );
    }
    if (graph.shown === 0 && !(await hasRelations(this.#reader, signal))) {
      return stays(RELATION_TABLE, 'The instance shows us no relation at all');
    }
    return this.#served(graph, ids, none, refsOf);
  }

  #served(
    graph: ItemGraph,
    ids: readonly string[],
    none: ReadonlyMap<string, string>,
    refsOf: (item: Item) => readonly string[],
  ): Served {
    const cells = new Map(none);
    const unknown = new Map<string, SourceUnknown>();
    for (const id of ids) {
      const refs = new Set<string>();
      const nameless = new Map<string, Item>();
      for (const { item, left } of reach(graph, id, this.#depth, refsOf)) {
        const known = refsOf(item);
        known.forEach(ref => refs.add(ref));
        const leadsOn = () =>
          reach(graph, item.id, left, refsOf).some(
            ({ item: one }) => refsOf(one).length > 0,
          );
        if (item.isService && known.length === 0 && !leadsOn()) {
          nameless.set(item.id, item);
        }
      }
      cells.set(id, sharesCell([...refs], nameless.size));
      for (const item of nameless.values()) {
        unknown.set(item.id, {
          sourceId: item.id,
          message: `Assets serve ${item.name}, and no entity of the catalog has its id in ${ENTITY_ANNOTATION}`,
        });
      }
    }
    return { cells, unknown: [...unknown.values()] };
  }

  get #depth(): number {
    return this.#relations.depth;
  }
}

/**
 * All items above one, each once and with the number of relations that are
 * left from there; behind a service of the catalog nothing is looked for.
 */
function reach(
  graph: ItemGraph,
  from: string,
  depth: number,
  refsOf: (item: Item) => readonly string[],
): { item: Item; left: number }[] {
  const met = new Set([from]);
  const reached: { item: Item; left: number }[] = [];
  let level = [from];
  for (let left = depth - 1; left >= 0 && level.length > 0; left--) {
    const above: string[] = [];
    for (const item of level.flatMap(id => graph.parentsOf(id))) {
      if (!met.has(item.id)) {
        met.add(item.id);
        reached.push({ item, left });
        if (refsOf(item).length === 0) {
          above.push(item.id);
        }
      }
    }
    level = above;
  }
  return reached;
}
