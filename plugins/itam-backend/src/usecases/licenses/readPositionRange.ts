import { InputError, NotFoundError } from '@backstage/errors';
import {
  earlierDate,
  isEffective,
  isHeldMetric,
  isReclaimable,
  lastDayOfMonth,
  monthText,
  type LicensePositionRange,
} from '@backstage-itam/plugin-itam-common';
import { readItems } from '../../stores/discoveries/items';
import { readReadableRecords } from '../../stores/queries/readableRecords';
import { isLiveOn, type PooledLicense } from '../../stores/queries/licensePool';
import { readSeatHolders } from '../../stores/queries/licensePoolHolders';
import { labelOf } from '../records/catalogLabels';
import type { ReadContext, ReadDeps } from '../records/readContext';
import { requireRecord } from '../records/requireRecord';
import { recordsWithVisibleCost } from '../records/visibleCosts';
import { countPools } from './countPools';
import { readPool } from './readPool';
import { renderPool } from './renderPool';

const MONTHS_AT_MOST = 60;
const DEFAULT_MONTHS = 12;
const HOLDERS_AT_MOST = 500;
const DISCOVERIES_AT_MOST = 50;

/**
 * The pool a licence belongs to: as it stands today, as of the last day of
 * each month (today in the current one), who holds its seats, and what
 * discovery calls it.
 *
 * Throws NotFoundError when the licence does not exist or may not be read, and
 * InputError for a range that is none.
 */
export async function readPositionRange(
  deps: ReadDeps,
  context: ReadContext,
  question: {
    license: string;
    fromMonth?: number;
    toMonth?: number;
    seesDiscoveries?: boolean;
  },
): Promise<LicensePositionRange> {
  const { knex, config } = deps;
  const { today } = context;
  const { fromMonth, toMonth } = monthsOf(question, context.currentMonth);
  const { stored } = await requireRecord(deps, context, question.license);
  const { record } = stored;
  if (record.kind !== 'License') {
    throw new NotFoundError(`No licence ${question.license}`);
  }
  const of = {
    id: stored.id,
    ref: record.ref,
    title: stored.title,
    spec: record.spec,
    retiredAt: stored.retiredAt,
  };
  const { reclaimAfterDays } = config.licences;
  const everInRange = await readPool(
    deps,
    context,
    of,
    earlierDate(lastDayOfMonth(fromMonth), today),
  );
  const licensesOn = (day: string) => {
    const live = everInRange.filter(license => isLiveOn(license, day));
    return live.length > 0 ? live : [of];
  };
  const positionOn = async (asOf: string) => {
    const [pool] = await countPools(knex, licensesOn(asOf), {
      asOf,
      reclaimAfterDays,
    });
    return pool;
  };
  const pool = await positionOn(today);
  const visible = await recordsWithVisibleCost(
    knex,
    context,
    pool.licenses.map(({ ref }) => ref),
  );
  const months: LicensePositionRange['months'] = [];
  for (let month = fromMonth; month <= toMonth; month++) {
    const asOf = earlierDate(lastDayOfMonth(month), today);
    const { position } = await positionOn(asOf);
    const { entitled, assigned, consumed, balance } = position;
    months.push({
      month: monthText(month),
      entitled,
      assigned,
      consumed,
      balance,
    });
  }
  return {
    pool: renderPool(pool, visible.size === pool.licenses.length),
    months,
    discoveries: question.seesDiscoveries
      ? (await readItems(knex, pool.items.slice(0, DISCOVERIES_AT_MOST))).map(
          ({ id, name }) => ({ id, name }),
        )
      : undefined,
    holders: await holdersOf(deps, context, licensesOn(today), {
      measured: pool.position.reclaimable !== null,
    }),
  };
}

function monthsOf(
  { fromMonth, toMonth }: { fromMonth?: number; toMonth?: number },
  currentMonth: number,
): { fromMonth: number; toMonth: number } {
  const to = toMonth ?? currentMonth;
  const from = fromMonth ?? to - DEFAULT_MONTHS + 1;
  if (to > currentMonth) {
    throw new InputError('to must not be after the current month');
  }
  if (from > to) {
    throw new InputError('from must not be after to');
  }
  if (to - from >= MONTHS_AT_MOST) {
    throw new InputError(`A range has at most ${MONTHS_AT_MOST} months`);
  }
  return { fromMonth: from, toMonth: to };
}

async function holdersOf(
  deps: ReadDeps,
  context: ReadContext,
  licenses: readonly PooledLicense[],
  { measured }: { measured: boolean },
): Promise<LicensePositionRange['holders']> {
  const { knex, labels, config } = deps;
  const { today, access, credentials } = context;
  const members = licenses.map(({ id, spec }) => ({
    recordId: id,
    pool: 0,
    spec,
  }));
  const holders = await readSeatHolders(knex, {
    members: members.filter(({ spec }) => isEffective(spec, today)),
    everMembers: members,
    asOf: today,
    atMost: HOLDERS_AT_MOST,
  });
  const refs = holders.map(({ holderRef }) => holderRef);
  const assets = await readReadableRecords(
    knex,
    refs.filter(ref => ref.startsWith('asset:')),
    access,
    today,
  );
  const names = await labels.load(
    refs.filter(ref => !assets.has(ref)),
    credentials,
  );
  const byId = new Map(licenses.map(license => [license.id, license]));
  return holders.map(
    ({ id, holderRef, recordId, from, lastUsed, ...holder }) => {
      const license = byId.get(recordId);
      const title = assets.get(holderRef)?.title;
      return {
        id,
        holder:
          title === undefined
            ? labelOf(holderRef, names)
            : { ref: holderRef, title, resolved: true },
        license: license?.ref ?? '',
        from: from ?? undefined,
        lastUsed: lastUsed ?? undefined,
        reclaimable:
          measured &&
          license !== undefined &&
          isHeldMetric(license.spec.metric) &&
          !holder.decommissioned &&
          isReclaimable(
            { from: from ?? undefined, lastUsed: lastUsed ?? undefined },
            today,
            config.licences.reclaimAfterDays,
          ),
      };
    },
  );
}
