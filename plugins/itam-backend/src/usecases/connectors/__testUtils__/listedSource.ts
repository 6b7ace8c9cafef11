import type { ItamKind } from '@backstage-itam/plugin-itam-common';
import type {
  ConnectorSettings,
  ItamConnector,
  SourceFailure,
  SourceRecord,
  SourceStream,
  SourceUnknown,
} from '@backstage-itam/plugin-itam-node';

/** A source that lists what the test puts there, a few records a page. */
export class ListedSource implements SourceStream {
  readonly incremental = true;
  records: SourceRecord[] = [];
  failures: SourceFailure[] = [];
  /** Named by every page. */
  unknown: SourceUnknown[] = [];
  /** Done before a page is given, which may throw. */
  onPage: (page: number) => void | Promise<void> = () => {};
  changedThrough: string | undefined;
  incomplete: string | undefined;
  /** What pages were asked for. */
  readonly asked: { cursor?: string; since?: string }[] = [];

  constructor(
    readonly id: string,
    readonly kind: ItamKind,
    readonly pageSize = 2,
  ) {}

  async readPage({ cursor, since }: { cursor?: string; since?: string }) {
    this.asked.push({
      ...(cursor === undefined ? {} : { cursor }),
      ...(since === undefined ? {} : { since }),
    });
    const start = Number(cursor ?? 0);
    await this.onPage(start / this.pageSize);
    const end = start + this.pageSize;
    return {
      records: this.records.slice(start, end),
      failures: start === 0 ? this.failures : [],
      unknown: this.unknown,
      ...(end < this.records.length ? { next: String(end) } : {}),
      ...(this.incomplete === undefined ? {} : { incomplete: this.incomplete }),
      ...(this.changedThrough === undefined
        ? {}
        : { changedThrough: this.changedThrough }),
    };
  }
}

/** A connector over streams, with settings as they are by default. */
export function listedConnector(
  streams: SourceStream[],
  settings: Partial<ConnectorSettings> = {},
): ItamConnector {
  return {
    id: 'listed',
    title: 'Listed',
    streams,
    settings: {
      schedule: { frequency: { hours: 1 }, timeout: { hours: 1 } },
      fullEveryMs: 24 * 3_600_000,
      conflicts: 'register',
      removal: { action: 'retire', maxShare: 0.4 },
      reading: { dateFormat: 'YYYY-MM-DD', decimal: 'point', statuses: {} },
      defaults: {
        Asset: { owner: 'group:default/payments', location: 'Berlin' },
      },
      ...settings,
    },
  };
}

/** A laptop with that number. */
export function laptop(
  number: number,
  cells: Record<string, string> = {},
): SourceRecord {
  return {
    sourceId: `id-${number}`,
    cells: {
      title: `Laptop ${number}`,
      tag: `HW-${number}`,
      type: 'laptop',
      status: 'In stock',
      manufacturer: 'Dell',
      serialNumber: `SN-${number}`,
      notes: '',
      ...cells,
    },
    url: `https://tool.example/asset/${number}`,
  };
}
