import type { Knex } from 'knex';
import { integerFromRow } from '../../database/bigints';
import type { Access } from '../../permissions/access';
import { whereReadable } from '../../permissions/recordFilterToKnex';

/** Linked records of one kind that are named at most. */
const LINKS_AT_MOST = 500;

/** A record as a link shows it. */
export interface RecordLink {
  ref: string;
  title: string;
}

/** What a record is linked to; only records the caller may read. */
export interface RecordLinks {
  services: {
    ref: string;
    shareBasisPoints: number;
    inheritedFrom: string | null;
  }[];
  covers: string[];
  coveredBy: RecordLink[];
  parts: RecordLink[];
  licenses: RecordLink[];
  seats: { to: string; from: string | null; until: string | null }[];
}

/** Reads the links of a record. */
export async function readRecordLinks(
  knex: Knex,
  record: { id: number; ref: string },
  access: Access,
  asOf: string,
): Promise<RecordLinks> {
  const readable = (
    narrow: (query: Knex.QueryBuilder) => void,
  ): Promise<RecordLink[]> => {
    const query = knex('records')
      .whereNull('records.retired_at')
      .orderBy('records.title_order')
      .limit(LINKS_AT_MOST);
    narrow(query);
    whereReadable(query, access, asOf);
    return query.select('records.ref', 'records.title');
  };
  const services: {
    service_ref: string;
    share_bp: unknown;
    inherited_from: string | null;
  }[] = await knex('record_services')
    .where('record_id', record.id)
    .orderBy('share_bp', 'desc')
    .orderBy('service_ref')
    .select('service_ref', 'share_bp', 'inherited_from');
  const covers: { target_ref: string }[] = await knex('covers')
    .where('record_id', record.id)
    .orderBy('target_ref')
    .select('target_ref');
  const seats: {
    to_ref: string;
    from_date: string | null;
    until_date: string | null;
  }[] = await knex('assignments')
    .where('record_id', record.id)
    .orderBy(['to_ref', 'from_date'])
    .select('to_ref', 'from_date', 'until_date');
  return {
    services: services.map(row => ({
      ref: row.service_ref,
      shareBasisPoints: integerFromRow(row.share_bp),
      inheritedFrom: row.inherited_from,
    })),
    covers: covers.map(row => row.target_ref),
    coveredBy: await readable(query =>
      query.whereIn(
        'records.id',
        knex('covers').where('target_ref', record.ref).select('record_id'),
      ),
    ),
    parts: await readable(query =>
      query.where('records.part_of_ref', record.ref),
    ),
    licenses: await readable(query =>
      query.where('records.contract_ref', record.ref),
    ),
    seats: seats.map(row => ({
      to: row.to_ref,
      from: row.from_date,
      until: row.until_date,
    })),
  };
}
