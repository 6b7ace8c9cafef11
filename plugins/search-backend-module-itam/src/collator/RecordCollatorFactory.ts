import { Readable } from 'node:stream';
import {
  itamContractReadPermission,
  itamRecordReadPermission,
  type ItamApi,
  type RecordSummary,
} from '@backstage-itam/plugin-itam-common';
import type { DocumentCollatorFactory } from '@backstage/plugin-search-common';
import { recordDocument } from './recordDocument';

/** As many as the register gives at once. */
const PAGE = 500;

/**
 * Reads the records of some kinds for the search index, page by page. An
 * answer that fails ends the stream with an error: the index of the last time
 * then stays.
 */
export class RecordCollatorFactory implements DocumentCollatorFactory {
  readonly type: string;
  readonly visibilityPermission;
  readonly #register: Pick<ItamApi, 'listRecords'>;
  readonly #kinds: readonly RecordSummary['kind'][];
  readonly #locationTemplate: string;

  /** Assets and licences. */
  static assetsAndLicenses(options: CollatorOptions): RecordCollatorFactory {
    return new RecordCollatorFactory(
      'itam-records',
      itamRecordReadPermission,
      ['Asset', 'License'],
      options,
    );
  }

  /** Contracts, which have a permission of their own. */
  static contracts(options: CollatorOptions): RecordCollatorFactory {
    return new RecordCollatorFactory(
      'itam-contracts',
      itamContractReadPermission,
      ['Contract'],
      options,
    );
  }

  private constructor(
    type: string,
    visibilityPermission:
      | typeof itamRecordReadPermission
      | typeof itamContractReadPermission,
    kinds: readonly RecordSummary['kind'][],
    options: CollatorOptions,
  ) {
    this.type = type;
    this.visibilityPermission = visibilityPermission;
    this.#kinds = kinds;
    this.#register = options.register;
    this.#locationTemplate = options.locationTemplate;
  }

  async getCollator(): Promise<Readable> {
    return Readable.from(this.#documents());
  }

  async *#documents() {
    for (const kind of this.#kinds) {
      let cursor: string | undefined;
      do {
        const page = await this.#register.listRecords({
          kind,
          limit: PAGE,
          cursor,
        });
        for (const record of page.items) {
          yield recordDocument(record, this.#locationTemplate);
        }
        cursor = page.nextCursor;
      } while (cursor !== undefined);
    }
  }
}

/** What the collators read from, and where the portal shows a record. */
export interface CollatorOptions {
  register: Pick<ItamApi, 'listRecords'>;
  locationTemplate: string;
}
