import { SourceError, sourceLine } from '@backstage-itam/plugin-itam-node';
import type { TableReader, TableRow } from '../client/TableReader';
import type { RelationsConfig } from '../config/ServiceNowConfig';

/** The table whose rows are relations between configuration items. */
export const RELATION_TABLE = 'cmdb_rel_ci';

const ROWS = 500;
/** Ids of a query fit into an address. */
const MOST_IDS = 100;
/** A graph that grows beyond is no dependency of some assets any more. */
const MOST_ITEMS = 20_000;

/** A configuration item that others lead up to. */
export interface Item {
  id: string;
  name: string;
  isService: boolean;
  /** What the column of entities has; empty where there is none. */
  entity: string;
}

/** Configuration items with what is above them. */
export class ItemGraph {
  /** What needs an item directly, by its id; of items that were asked about. */
  readonly #parents = new Map<string, Item[]>();
  /** Relations that were read. */
  shown = 0;
  /** Relations that access rules hide. */
  hidden = 0;

  private constructor() {}

  /** What needs an item directly. */
  parentsOf(id: string): readonly Item[] {
    return this.#parents.get(id) ?? [];
  }

  /**
   * Reads what is above some items, level by level. What `isGoal` is true of
   * is not looked behind, and no item is asked about twice, so that cycles
   * come to an end.
   *
   * Throws SourceError.
   */
  static async above(
    reader: TableReader,
    items: readonly string[],
    {
      typeIds,
      relations,
      isGoal,
    }: {
      typeIds: ReadonlySet<string>;
      relations: RelationsConfig;
      isGoal: (item: Item) => boolean;
    },
    signal: AbortSignal,
  ): Promise<ItemGraph> {
    const graph = new ItemGraph();
    let level = new Set(items);
    for (let at = 0; at < relations.depth && level.size > 0; at++) {
      const ids = [...level];
      ids.forEach(id => graph.#parents.set(id, []));
      for (let from = 0; from < ids.length; from += MOST_IDS) {
        await graph.#read(
          reader,
          ids.slice(from, from + MOST_IDS),
          { typeIds, relations },
          signal,
        );
      }
      level = new Set(
        ids
          .flatMap(id => graph.parentsOf(id))
          .filter(item => !isGoal(item) && !graph.#parents.has(item.id))
          .map(({ id }) => id),
      );
      if (graph.#parents.size + level.size > MOST_ITEMS) {
        throw new SourceError(
          `${RELATION_TABLE}: relations lead to more than ${MOST_ITEMS} items; follow fewer types or a smaller depth`,
          'answer',
        );
      }
    }
    return graph;
  }

  async #read(
    reader: TableReader,
    children: readonly string[],
    {
      typeIds,
      relations,
    }: { typeIds: ReadonlySet<string>; relations: RelationsConfig },
    signal: AbortSignal,
  ): Promise<void> {
    const { entityColumn } = relations;
    const asked = new Set(children);
    let all: number | undefined;
    let read = 0;
    for (
      let from: { after?: string; offset?: number } | undefined = {};
      from;

    ) {
      const page = await reader.read(
        {
          table: RELATION_TABLE,
          fields: [
            'parent',
            'parent.sys_class_name',
            'parent.name',
            ...(entityColumn === undefined ? [] : [`parent.${entityColumn}`]),
            'child',
            'type',
          ],
          query: `childIN${children.join(',')}^typeIN${[...typeIds].join(',')}`,
          limit: ROWS,
          ...from,
        },
        signal,
      );
      for (const { row } of page.rows) {
        this.#take(row, asked, typeIds, relations);
      }
      all ??= page.total;
      read += page.rows.length;
      from = page.next;
    }
    this.shown += read;
    this.hidden += Math.max(0, (all ?? read) - read);
  }

  #take(
    row: TableRow,
    children: ReadonlySet<string>,
    typeIds: ReadonlySet<string>,
    { classes, entityColumn }: RelationsConfig,
  ): void {
    const valueOf = (column: string) => row.get(column)?.value ?? '';
    const child = valueOf('child');
    if (!children.has(child) || !typeIds.has(valueOf('type'))) {
      throw new SourceError(
        `${RELATION_TABLE}: rows are not about the items asked for; was the query ignored?`,
        'answer',
      );
    }
    for (const column of [
      'parent',
      'parent.sys_class_name',
      ...(entityColumn === undefined ? [] : [`parent.${entityColumn}`]),
    ]) {
      if (!row.has(column)) {
        throw new SourceError(
          `${RELATION_TABLE}: the instance does not show us the column ${column}`,
          'answer',
        );
      }
    }
    const id = valueOf('parent');
    const className = valueOf('parent.sys_class_name');
    // An item that was deleted leaves its relations behind.
    if (id !== '' && className !== '' && id !== child) {
      this.#parents.get(child)?.push({
        id,
        name: sourceLine(row.get('parent.name')?.shown) || id,
        isService: classes.some(one => isClass(className, one)),
        entity:
          entityColumn === undefined
            ? ''
            : valueOf(`parent.${entityColumn}`).trim(),
      });
    }
  }
}

/** Whether the instance shows us any relation at all. Throws SourceError. */
export async function hasRelations(
  reader: TableReader,
  signal: AbortSignal,
): Promise<boolean> {
  const { rows } = await reader.read(
    { table: RELATION_TABLE, fields: [], limit: 1 },
    signal,
  );
  return rows.length > 0;
}

function isClass(name: string, pattern: string): boolean {
  return pattern.endsWith('*')
    ? name.startsWith(pattern.slice(0, -1))
    : name === pattern;
}
