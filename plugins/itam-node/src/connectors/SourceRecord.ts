import type { ItamKind } from '@backstage-itam/plugin-itam-common';

/**
 * A record as another tool has it.
 *
 * @public
 */
export interface SourceRecord {
  /** Its id in the source, which never changes. */
  sourceId: string;
  /**
   * Cells by the id of the import field, as text that an import would have in
   * its file. An empty cell says that the source has nothing there; what is
   * left out is no field of the source.
   */
  cells: Readonly<Record<string, string>>;
  /**
   * Cells for fields the record has nothing in. The source does not own them
   * afterwards.
   */
  defaults?: Readonly<Record<string, string>>;
  /** Fields that point to other records of the same source. */
  links?: readonly SourceLink[];
  /** Where people find it in the source, http or https. */
  url?: string;
}

/**
 * A field that points to records of the same source.
 *
 * @public
 */
export interface SourceLink {
  /** Id of the import field, such as `covers`, `contract` or `partOf`. */
  field: string;
  /** What it points to. What the register does not have is left out. */
  to: readonly { stream: string; sourceId: string }[];
}

/**
 * A record of the source that could not be read.
 *
 * @public
 */
export interface SourceFailure {
  /** Its id in the source. */
  sourceId: string;
  /** What is wrong with it, without amounts and secrets. */
  message: string;
}

/**
 * Something that records of the source lead to and nothing is known of.
 *
 * @public
 */
export interface SourceUnknown {
  /** Its id in the source. */
  sourceId: string;
  /** What is missing, without amounts and secrets. */
  message: string;
}

/**
 * A page of a stream.
 *
 * @public
 */
export interface SourcePage {
  /** Records in the order of the source; none of them twice. */
  records: readonly SourceRecord[];
  /** Records that are there and could not be read. */
  failures?: readonly SourceFailure[];
  /**
   * What its records lead to and nothing is known of. It is shown with the
   * run, once however many pages name it, and changes nothing else.
   */
  unknown?: readonly SourceUnknown[];
  /** Where the next page starts; absent on the last one. */
  next?: string;
  /**
   * Why records that are not listed may be there all the same. Then a run
   * retires nothing of the stream. One page that says so is enough.
   */
  incomplete?: string;
  /**
   * The latest change in the source that this page shows, in the source's own
   * notation, which sorts as text.
   */
  changedThrough?: string;
}

/**
 * What a page is asked for.
 *
 * @public
 */
export interface SourcePageRequest {
  /** Where the page starts, as the page before said; absent at the start. */
  cursor?: string;
  /**
   * Only what changed since; absent for everything. As an earlier page said
   * in `changedThrough`.
   */
  since?: string;
  /** Aborted when the run has to stop. */
  signal: AbortSignal;
}

/**
 * One list of a source, whose records are all of one kind.
 *
 * @public
 */
export interface SourceStream {
  /** Stable id, such as the name of a table. */
  id: string;
  /** What its records are in the register. */
  kind: ItamKind;
  /** Whether it can list only what changed since. */
  incremental: boolean;
  /**
   * Reads a page. The same cursor gives the same page or a later state of it,
   * whenever it is asked, so that a run that was interrupted can go on.
   *
   * Throws {@link SourceError} when the source does not answer as it should.
   */
  readPage(request: SourcePageRequest): Promise<SourcePage>;
}
