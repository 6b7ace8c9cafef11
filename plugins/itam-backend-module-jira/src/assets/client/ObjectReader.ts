import { SourceError } from '@backstage-itam/plugin-itam-node';
import type { AssetsApi, AssetsObject } from './AssetsApi';

/** Where a page of a list starts. */
export interface ObjectPosition {
  offset: number;
  /** When the last object that was given out was made. */
  lastMs?: number;
  /** The objects that were made then and given out. */
  given?: readonly string[];
}

/** Some objects in the order in which they were made. */
export interface ObjectPage {
  objects: readonly AssetsObject[];
  /** Where the next ones are; undefined at the end. */
  next?: ObjectPosition;
}

/**
 * Reads what a query finds, by offset, in the order in which objects were
 * made.
 *
 * @remarks
 * AQL has no documented way to ask for objects behind another one, and offsets
 * shift when objects come and go meanwhile. So each page begins with objects
 * of the page before, all that were made at its last moment where that is
 * possible. When it does not, the reader goes back until it meets objects it
 * has given out. What it has given out it leaves out. No object is lost, and
 * none is given out twice.
 */
export class ObjectReader {
  constructor(
    private readonly api: AssetsApi,
    private readonly pageSize: number,
  ) {}

  /** Objects from a position on. Throws SourceError. */
  async read(
    aql: string,
    from: ObjectPosition,
    signal: AbortSignal,
  ): Promise<ObjectPage> {
    const { lastMs, given = [] } = from;
    for (let offset = from.offset; ; ) {
      const { start, objects, isLast } = await this.api.find(
        `${aql} order by Created asc`,
        offset,
        signal,
      );
      checkOrder(objects);
      const first = objects.at(0);
      const overlaps =
        lastMs === undefined ||
        (first !== undefined && first.createdMs <= lastMs);
      if (!overlaps && start > 0) {
        offset = Math.max(0, start - Math.floor(this.pageSize / 2));
        continue;
      }
      if (!isLast && objects.length < 2) {
        throw new SourceError(
          'Assets says that more objects follow, and gives none',
          'answer',
        );
      }
      const fresh = objects.filter(
        ({ id, createdMs }) =>
          lastMs === undefined ||
          createdMs > lastMs ||
          (createdMs === lastMs && !given.includes(id)),
      );
      return {
        objects: fresh,
        ...(isLast ? {} : { next: nextOf(from, start, objects) }),
      };
    }
  }
}

function nextOf(
  from: ObjectPosition,
  start: number,
  objects: readonly AssetsObject[],
): ObjectPosition {
  const lastMs = Math.max(
    from.lastMs ?? Number.NEGATIVE_INFINITY,
    objects[objects.length - 1].createdMs,
  );
  const firstThen = objects.findIndex(({ createdMs }) => createdMs === lastMs);
  // The object before those of the last moment, if that is further on.
  const before = start + firstThen - 1;
  const given = new Set([
    ...(from.lastMs === lastMs ? from.given ?? [] : []),
    ...objects
      .filter(({ createdMs }) => createdMs === lastMs)
      .map(({ id }) => id),
  ]);
  return {
    offset:
      firstThen > 0 && before > from.offset
        ? before
        : start + objects.length - 1,
    lastMs,
    given: [...given],
  };
}

function checkOrder(objects: readonly AssetsObject[]): void {
  if (
    objects.some(
      ({ createdMs }, at) => at > 0 && createdMs < objects[at - 1].createdMs,
    )
  ) {
    throw new SourceError(
      'Assets does not give objects in the order in which they were made',
      'answer',
    );
  }
}
