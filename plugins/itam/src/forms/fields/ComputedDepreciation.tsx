import {
  depreciationSchedule,
  formatAmount,
  monthText,
  type AssetSpec,
} from '@backstage-itam/plugin-itam-common';
import type { JsonObject } from '@backstage/types';
import { useFormat } from '../../format';
import { useTexts } from '../../translation';
import { Note } from '../../ui';
import { useForm } from '../FormContext';

/** What a depreciation comes to by month. */
interface Preview {
  currency: string;
  first: string;
  /** The second month's; undefined when there is but one. */
  next: string | undefined;
  months: number;
  last: string;
  remaining: string;
}

/**
 * What the purchase costs by month with the method at hand, by the same
 * function that computes every depreciation of the register.
 */
export function ComputedDepreciation() {
  const form = useForm();
  const t = useTexts();
  const format = useFormat();
  const preview = previewOf(form.draft.spec);
  if (preview === undefined) {
    return <Note>{t('forms.previewNone')}</Note>;
  }
  const { currency, first, next, months, last, remaining } = preview;
  const facts = {
    months: format.count(months),
    last: format.month(last),
    remaining: format.money(remaining, currency),
  };
  return (
    <div role="status">
      <Note>
        {next === undefined || next === first
          ? t('forms.previewEven', {
              ...facts,
              amount: format.money(first, currency),
            })
          : t('forms.previewUneven', {
              ...facts,
              first: format.money(first, currency),
              amount: format.money(next, currency),
            })}
      </Note>
    </div>
  );
}

function previewOf(written: JsonObject): Preview | undefined {
  // Read as far as it is right: what is not is refused in computing it.
  const spec: AssetSpec = JSON.parse(JSON.stringify(written));
  try {
    const schedule = depreciationSchedule(spec, {});
    const months =
      schedule?.months.filter(month => month.depreciationMinor !== 0n) ?? [];
    if (!schedule || months.length === 0) {
      return undefined;
    }
    const { currency } = schedule;
    const write = (minor: bigint) => formatAmount(minor, currency);
    return {
      currency,
      first: write(months[0].depreciationMinor),
      next: months[1] && write(months[1].depreciationMinor),
      months: months.length,
      last: monthText(months[months.length - 1].month),
      remaining: write(schedule.remainingMinor),
    };
  } catch {
    return undefined;
  }
}
