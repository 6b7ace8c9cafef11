import fc from 'fast-check';
import type { ContractSpec, RenewalSpec } from '../entities/types';
import { seedProperties } from '../__testUtils__/propertySeed';
import {
  addDays,
  addMonths,
  divideRounded,
  formatAmount,
  monthOf,
} from '../values';
import { renewalState } from './renewalState';
import { contractTerm, lastNoticeDay, termEndExclusive } from './terms';

seedProperties();

const day = (min: number, max: number) =>
  fc.integer({ min, max }).map(days => addDays('2024-01-31', days));

const automatic = fc
  .record({
    months: fc.integer({ min: 1, max: 36 }),
    notice: fc.oneof(
      fc.record({ noticeDays: fc.integer({ min: 0, max: 365 }) }),
      fc.record({ noticeMonths: fc.integer({ min: 0, max: 12 }) }),
      fc.constant({}),
    ),
    upliftPercent: fc.constantFrom(0, 2.5, 5, 7.25),
  })
  .map(
    ({ notice, ...rest }): RenewalSpec => ({
      kind: 'automatic',
      ...rest,
      ...notice,
    }),
  );

const contract = fc
  .record({
    start: day(0, 60),
    days: fc.integer({ min: 400, max: 1200 }),
    renewal: automatic,
    minor: fc.bigInt({ min: 1n, max: 10n ** 11n }),
  })
  .map(
    ({ start, days, renewal, minor }): ContractSpec => ({
      type: 'subscription',
      vendor: 'github',
      owner: 'group:default/a',
      term: { start, end: addDays(start, days) },
      renewal,
      financials: {
        charges: [
          {
            amount: formatAmount(minor, 'EUR'),
            currency: 'EUR',
            every: 'month',
            from: start,
          },
        ],
      },
    }),
  );

describe('any automatic renewal', () => {
  it('counts every end from the first one', () => {
    fc.assert(
      fc.property(contract, fc.integer({ min: 0, max: 40 }), (spec, index) => {
        const first = addDays(spec.term.end ?? '', 1);
        expect(termEndExclusive(spec, index)).toBe(
          addMonths(first, index * (spec.renewal?.months ?? 12)),
        );
        expect(contractTerm(spec, index + 1).start).toBe(
          termEndExclusive(spec, index),
        );
      }),
    );
  });

  it('ends at its end with notice on the last day, and a term later with notice on the next', () => {
    fc.assert(
      fc.property(contract, fc.integer({ min: 0, max: 4 }), (spec, index) => {
        const end = termEndExclusive(spec, index) ?? '';
        const deadline = lastNoticeDay(spec, end) ?? '';
        // Long notice may have to be given before the term has begun.
        fc.pre(deadline >= contractTerm(spec, index).start);
        const endWith = (noticeGiven: string) =>
          renewalState(
            {
              ...spec,
              renewal: { ...spec.renewal, kind: 'automatic', noticeGiven },
            },
            addDays(end, 3000),
          ).currentEndExclusive;
        expect(endWith(deadline)).toBe(end);
        const late = addDays(deadline, 1);
        const next = termEndExclusive(spec, index + 1) ?? '';
        // Unless the next deadline has passed as well.
        fc.pre(late <= (lastNoticeDay(spec, next) ?? '') && late < end);
        expect(endWith(late)).toBe(next);
      }),
    );
  });

  it('is certain only after the deadline', () => {
    fc.assert(
      fc.property(contract, day(0, 2000), (spec, asOf) => {
        fc.pre(asOf >= spec.term.start);
        const {
          lastNoticeDay: deadline,
          nextTerms,
          state,
        } = renewalState(spec, asOf, 2);
        const passed = deadline !== null && asOf > deadline;
        expect(nextTerms.map(({ certainty }) => certainty)).toEqual([
          passed ? 'committed' : 'expected',
          'expected',
        ]);
        expect(state === 'renewing').toBe(passed);
        expect(['ended', 'expired']).not.toContain(state);
      }),
    );
  });

  it('raises amounts step by step, rounded at each', () => {
    fc.assert(
      fc.property(contract, spec => {
        const percent = BigInt((spec.renewal?.upliftPercent ?? 0) * 100);
        const months = spec.renewal?.months ?? 12;
        const [charge] = spec.financials?.charges ?? [];
        let minor = BigInt(charge.amount.replace('.', ''));
        const { nextTerms } = renewalState(spec, spec.term.start, 3);
        for (const term of nextTerms) {
          minor = divideRounded(
            minor * (10_000n + percent),
            10_000n,
            'half-up',
          );
          // Billed on its own day of the month, once for each month begun.
          const periods = BigInt(
            monthOf(term.endExclusive) - monthOf(term.start),
          );
          // A month from the 31st to before the 30th has no 30th to bill on.
          const amount = term.amounts.at(0)?.minor ?? 0n;
          expect(amount % minor).toBe(0n);
          const difference = amount / minor - periods;
          expect(difference >= -1n && difference <= 1n).toBe(true);
          expect(periods).toBe(BigInt(months));
          expect(term.estimated).toBe(term.amounts.length > 0);
        }
      }),
    );
  });
});
