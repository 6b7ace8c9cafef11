import { DEFAULT_NAMESPACE, parseEntityRef } from '@backstage/catalog-model';
import { readRef } from '../entities/references/readRef';
import type { LicenseSpec } from '../entities/types';
import {
  problemWithValue,
  type ValidationProblem,
} from '../entities/validation/ValidationProblem';
import { isPlainDate, type PlainDate } from '../values';
import type { ChangeAnswer } from './changeAnswer';
import { checkedLicense } from './changeSpec';
import { jsonObjectCopy } from './jsonCopy';

type Seat = NonNullable<LicenseSpec['assignments']>[number];

/**
 * A licence after seats were given or taken back.
 * @public
 */
export interface SeatChange {
  /** The spec afterwards. */
  spec: LicenseSpec;
  /** Full refs whose seat changed, in the order given. */
  changed: string[];
  /** Full refs for which nothing had to change. */
  unchanged: string[];
}

/**
 * Gives seats of a licence from a day on.
 *
 * Who has a seat on that day keeps it, and keeps it for good where it would
 * have ended; a seat planned for later starts earlier instead. Seats that
 * ended before stay as history. The same call twice changes nothing. More
 * seats than the licence entitles to are not refused: the licence position
 * shows them. `ref` is the licence's own full ref.
 * @public
 */
export function assignSeats(
  spec: LicenseSpec,
  to: readonly string[],
  from: PlainDate,
  context: { ref: string },
): ChangeAnswer<SeatChange> {
  return changeSeats(spec, to, { path: 'from', day: from }, context, seats => {
    const later = seats.filter(seat => seat.own && startOf(seat) > from);
    const current = seats.find(seat => seat.own && isHeldOn(seat, from));
    if (current && current.until === undefined && later.length === 0) {
      return { seats };
    }
    const kept = seats.filter(seat => !later.includes(seat));
    return {
      seats: current
        ? kept.map(seat => (seat === current ? withoutEnd(seat) : seat))
        : [...kept, { own: true, to: '', from }],
    };
  });
}

/**
 * Takes seats of a licence back after a day, the last one they are held.
 *
 * The seats stay in the licence as history. The same call twice changes
 * nothing. Refused for those who never had a seat, and for those whose seat
 * starts after the day.
 * @public
 */
export function reclaimSeats(
  spec: LicenseSpec,
  to: readonly string[],
  until: PlainDate,
  context: { ref: string },
): ChangeAnswer<SeatChange> {
  return changeSeats(
    spec,
    to,
    { path: 'until', day: until },
    context,
    seats => {
      const own = seats.filter(seat => seat.own);
      const later = own.find(seat => startOf(seat) > until);
      if (later) {
        return {
          seats,
          refused: {
            rule: 'seat-later',
            allowed: `${later.from} or later, when the seat starts`,
          },
        };
      }
      if (own.length === 0) {
        return {
          seats,
          refused: { rule: 'no-seat', allowed: 'who has or had a seat' },
        };
      }
      const open = own.filter(seat => (seat.until ?? '9999-12-31') > until);
      return open.length === 0
        ? { seats }
        : {
            seats: seats.map(seat =>
              open.includes(seat) ? { ...seat, until } : seat,
            ),
          };
    },
  );
}

interface MarkedSeat extends Seat {
  /** Whether it is of the one whose seat is to change. */
  own: boolean;
}

interface SeatOutcome {
  /** The very list given when nothing changes. */
  seats: readonly MarkedSeat[];
  refused?: { rule: string; allowed: string };
}

function changeSeats(
  spec: LicenseSpec,
  to: readonly string[],
  when: { path: string; day: PlainDate },
  context: { ref: string },
  change: (seats: readonly MarkedSeat[]) => SeatOutcome,
): ChangeAnswer<SeatChange> {
  const { namespace } = parseEntityRef(context.ref, {
    defaultNamespace: DEFAULT_NAMESPACE,
  });
  const problems: ValidationProblem[] = isPlainDate(when.day)
    ? []
    : [
        problemWithValue({
          path: when.path,
          rule: 'date',
          value: when.day,
          allowed: 'a date that exists, written YYYY-MM-DD',
        }),
      ];
  const changed = new Set<string>();
  const unchanged = new Set<string>();
  const refOf = new Map(
    (spec.assignments ?? []).map(seat => [
      seat.to,
      fullRef(seat.to, namespace) ?? seat.to,
    ]),
  );
  let seats: readonly Seat[] = spec.assignments ?? [];
  to.forEach((text, index) => {
    const path = `to[${index}]`;
    const read = readRef(text, 'assignment', namespace);
    if (!read.ok) {
      const { rule, allowed } = read;
      problems.push(problemWithValue({ path, rule, value: text, allowed }));
      return;
    }
    if (changed.has(read.ref)) {
      return;
    }
    const marked = seats.map(seat => ({
      ...seat,
      own: (refOf.get(seat.to) ?? seat.to) === read.ref,
    }));
    const outcome = change(marked);
    if (outcome.refused) {
      problems.push(
        problemWithValue({ path, value: text, ...outcome.refused }),
      );
    } else if (outcome.seats === marked) {
      unchanged.add(read.ref);
    } else {
      changed.add(read.ref);
      seats = outcome.seats.map(({ own: _, ...seat }) =>
        seat.to === '' ? { ...seat, to: read.ref } : seat,
      );
    }
  });
  if (problems.length > 0) {
    return { ok: false, problems };
  }
  const checked = checkedLicense(
    context.ref,
    jsonObjectCopy(seats.length > 0 ? { ...spec, assignments: seats } : spec),
  );
  return checked.ok
    ? { ...checked, changed: [...changed], unchanged: [...unchanged] }
    : checked;
}

function fullRef(text: string, namespace: string): string | undefined {
  const read = readRef(text, 'assignment', namespace);
  return read.ok ? read.ref : undefined;
}

function startOf(seat: Seat): string {
  return seat.from ?? '';
}

function isHeldOn(seat: Seat, day: PlainDate): boolean {
  return startOf(seat) <= day && (seat.until ?? '9999-12-31') >= day;
}

function withoutEnd(seat: MarkedSeat): MarkedSeat {
  const { until: _, ...open } = seat;
  return open;
}
