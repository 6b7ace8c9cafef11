import type {
  CostRecord,
  CoverWeight,
  Dated,
  ServiceShare,
} from '@backstage-itam/plugin-itam-common';

/**
 * What of a record is in force from dates on.
 */
export type DatedState = Pick<
  CostRecord,
  'owners' | 'costCenters' | 'services' | 'covers' | 'removedOn'
>;

/**
 * Writes the dated state of a record as JSON.
 */
export function datedStateToJson(record: DatedState): string {
  const { owners, costCenters, services, covers, removedOn } = record;
  return JSON.stringify({ owners, costCenters, services, covers, removedOn });
}

/**
 * Reads the dated state of a record.
 *
 * Throws when the text is not what {@link datedStateToJson} writes.
 */
export function datedStateFromJson(json: string): DatedState {
  const state: unknown = JSON.parse(json);
  const removedOn = fieldOf(state, 'removedOn');
  return {
    owners: datedList(fieldOf(state, 'owners'), textOrNull),
    costCenters: datedList(fieldOf(state, 'costCenters'), textOrNull),
    services: datedList(fieldOf(state, 'services'), list(serviceShare)),
    covers: datedList(fieldOf(state, 'covers'), list(coverWeight)),
    removedOn: textOrNull(removedOn ?? null),
  };
}

function datedList<T>(value: unknown, read: (value: unknown) => T): Dated<T>[] {
  return list(entry => ({
    from: textOrNull(fieldOf(entry, 'from')),
    value: read(fieldOf(entry, 'value')),
  }))(value);
}

function list<T>(read: (value: unknown) => T): (value: unknown) => T[] {
  return value => {
    if (!Array.isArray(value)) {
      throw new Error('A list was expected in the dated state of a record');
    }
    return value.map(entry => read(entry));
  };
}

function serviceShare(value: unknown): ServiceShare {
  return {
    ref: text(fieldOf(value, 'ref')),
    basisPoints: wholeNumber(fieldOf(value, 'basisPoints')),
  };
}

function coverWeight(value: unknown): CoverWeight {
  return {
    ref: text(fieldOf(value, 'ref')),
    weight: wholeNumber(fieldOf(value, 'weight')),
  };
}

function fieldOf(holder: unknown, key: string): unknown {
  if (typeof holder !== 'object' || holder === null) {
    throw new Error('An object was expected in the dated state of a record');
  }
  const value: unknown = Reflect.get(holder, key);
  return value;
}

function text(value: unknown): string {
  if (typeof value !== 'string') {
    throw new Error('Text was expected in the dated state of a record');
  }
  return value;
}

function textOrNull(value: unknown): string | null {
  return value === null ? null : text(value);
}

function wholeNumber(value: unknown): number {
  if (typeof value !== 'number' || !Number.isInteger(value)) {
    throw new Error('A number was expected in the dated state of a record');
  }
  return value;
}
