import type { DepreciationScheduleAnswer } from '@backstage-itam/plugin-itam-common';
import { isZero } from '../cost/amounts';
import { useFormat } from '../format';
import { useTexts } from '../translation';
import { Facts, Subheading } from '../ui';

type Disposal = NonNullable<DepreciationScheduleAnswer['disposal']>;

/**
 * What was given up at a disposal, what came in for it, and the difference as
 * a gain or a loss.
 */
export function DisposalResult(props: {
  disposal: Disposal;
  currency: string;
}) {
  const { disposal, currency } = props;
  const t = useTexts();
  const format = useFormat();
  const loss = disposal.result.startsWith('-');
  const title = t('schedule.disposal', { date: format.date(disposal.date) });
  return (
    <section aria-label={title}>
      <Subheading>{title}</Subheading>
      <Facts
        facts={[
          {
            label: t('schedule.disposedBook'),
            value: format.money(disposal.book, currency),
          },
          {
            label: t('schedule.proceeds'),
            value: format.money(disposal.proceeds, currency),
          },
          isZero(disposal.result)
            ? {
                label: t('schedule.gain'),
                value: t('schedule.even'),
              }
            : {
                label: t(loss ? 'schedule.loss' : 'schedule.gain'),
                value: (
                  <strong>
                    {format.money(disposal.result.replace(/^-/, ''), currency)}
                  </strong>
                ),
              },
        ]}
      />
    </section>
  );
}
