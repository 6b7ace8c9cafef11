import type { ItamKind } from '@backstage-itam/plugin-itam-common';
import type {
  SourcePage,
  SourcePageRequest,
  SourceStream,
} from '@backstage-itam/plugin-itam-node';
import type { ObjectPosition, ObjectReader } from './client/ObjectReader';
import type {
  JiraAssetsConfig,
  ObjectTypeMapping,
} from './config/JiraAssetsConfig';
import { objectRecord } from './records/objectRecord';
import type { ObjectTypes, ResolvedType } from './records/ObjectTypes';

const MINUTE_MS = 60_000;
/** Clocks differ: what changed shortly before is read again. */
const OVERLAP_MINUTES = 10;

/** Where a page starts, and when the first one was asked for. */
interface Position extends ObjectPosition {
  beganMs: number;
}

/** The objects of a type, all of them or what changed since. */
export class AssetsStream implements SourceStream {
  readonly id: string;
  readonly kind: ItamKind;
  readonly incremental = true;

  constructor(
    private readonly mapping: ObjectTypeMapping,
    private readonly config: JiraAssetsConfig,
    private readonly types: ObjectTypes,
    private readonly reader: ObjectReader,
    private readonly now: () => number,
  ) {
    this.id = mapping.id;
    this.kind = mapping.kind;
  }

  async readPage({
    cursor,
    since,
    signal,
  }: SourcePageRequest): Promise<SourcePage> {
    const position: Position =
      cursor === undefined
        ? { offset: 0, beganMs: this.now() }
        : JSON.parse(cursor);
    const { beganMs } = position;
    const type = await this.types.of(
      this.mapping.id,
      cursor === undefined,
      signal,
    );
    const { objects, next } = await this.reader.read(
      this.#query(type, since),
      position,
      signal,
    );
    const latestMs = Math.max(...objects.map(({ updatedMs }) => updatedMs));
    return {
      records: objects.map(object => objectRecord(object, type, this.config)),
      ...(next ? { next: JSON.stringify({ ...next, beganMs }) } : {}),
      // What changes while pages are read may come before what was read.
      ...(objects.length > 0
        ? {
            changedThrough: new Date(Math.min(latestMs, beganMs)).toISOString(),
          }
        : {}),
    };
  }

  /**
   * Times of AQL have minutes, and are read in the time zone of whoever asks.
   * So it is asked for what changed in the last minutes instead.
   */
  #query({ typeIds }: ResolvedType, since: string | undefined): string {
    const { query } = this.mapping;
    const minutes =
      since === undefined
        ? undefined
        : Math.ceil(Math.max(0, this.now() - Date.parse(since)) / MINUTE_MS) +
          OVERLAP_MINUTES;
    return [
      `objectTypeId in (${typeIds.join(', ')})`,
      ...(query === undefined ? [] : [`(${query})`]),
      ...(minutes === undefined ? [] : [`Updated >= "now(-${minutes}m)"`]),
    ].join(' AND ');
  }
}
