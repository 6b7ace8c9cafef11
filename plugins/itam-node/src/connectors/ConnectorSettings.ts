import type { SchedulerServiceTaskScheduleDefinition } from '@backstage/backend-plugin-api';
import type {
  DecimalSeparator,
  ImportDateFormat,
  ItamKind,
} from '@backstage-itam/plugin-itam-common';

/**
 * How a connector is run and its cells are read.
 *
 * @public
 */
export interface ConnectorSettings {
  /** When it runs. */
  schedule: SchedulerServiceTaskScheduleDefinition;
  /**
   * Everything is read when this time has passed since it last was; runs in
   * between read what changed, where the source can tell.
   */
  fullEveryMs: number;
  /**
   * Who wins when a person has changed a field the source fills: `register`
   * keeps what the person wrote, `source` writes over it. Both are shown.
   */
  conflicts: 'register' | 'source';
  /** What happens to records that a full run no longer finds. */
  removal: {
    /** `retire` them, or `keep` them and only report them. */
    action: 'retire' | 'keep';
    /**
     * Share of the records of a stream, 0 to 1, of which more than these are
     * not believed to be gone: then nothing of the stream is retired.
     */
    maxShare: number;
  };
  /** How the cells of records are written. */
  reading: {
    dateFormat: ImportDateFormat;
    decimal?: DecimalSeparator;
    /** Currency of amounts that name none. */
    currency?: string;
    /** Words of the source for our statuses. */
    statuses: Readonly<Record<string, string>>;
  };
  /** Cells for new records, and for fields without a value, by kind. */
  defaults: Readonly<
    Partial<Record<ItamKind, Readonly<Record<string, string>>>>
  >;
}
