import { useApi } from '@backstage/core-plugin-api';
import type {
  CostBasis,
  CostComparison,
  CostViewName,
  DifferenceLine,
} from '@backstage-itam/plugin-itam-common';
import { Link } from '@backstage/ui';
import { itamApiRef } from '../api';
import { useFormat } from '../format';
import { useLoad } from '../loading';
import { type Texts, useTexts } from '../translation';
import {
  Columns,
  FailureMessage,
  Note,
  Panel,
  Paragraph,
  SkeletonLines,
  Subheading,
  usePaths,
} from '../ui';
import { compareAmounts, isZero, magnitudeOf } from './amounts';
import styles from './CostFigure.module.css';
import { withoutNoise } from './smallEffects';
import { comparisonOf, useComparePath } from './useComparePath';

const LARGEST = 5;
const HIDDEN = 'hidden';
const OTHER = 'other';

/**
 * What makes the cost of a month differ from the month before: the effects in
 * words, the largest first, and the records behind them.
 */
export function WhyChanged(props: {
  of: string;
  name: string;
  month: string;
  basis: CostBasis;
  view: CostViewName;
  currency: string;
}) {
  const { name, ...comparison } = props;
  const t = useTexts();
  const api = useApi(itamApiRef);
  const comparePath = useComparePath();
  const query = comparisonOf(comparison);
  const answer = useLoad(JSON.stringify(query), () => api.compareCosts(query));
  const href = comparePath(comparison);
  return (
    <Panel
      title={t('whyChanged.title')}
      busy={answer.state === 'loading'}
      stale={answer.state === 'ready' && answer.stale}
      actions={href && <Link href={href}>{t('whyChanged.compare')}</Link>}
    >
      {answer.state === 'loading' && <SkeletonLines heights={[24, 24, 24]} />}
      {answer.state === 'failed' && (
        <FailureMessage
          failure={answer.failure}
          forbidden={t('failure.forbiddenCost', { name })}
          notFound={t('failure.notFoundNode', { name })}
          onRetry={answer.retry}
        />
      )}
      {answer.state === 'ready' && <Explanation comparison={answer.value} />}
    </Panel>
  );
}

function Explanation(props: { comparison: CostComparison }) {
  const { comparison } = props;
  const { base, current, difference, reportingCurrency } = comparison;
  const t = useTexts();
  const format = useFormat();
  const bySize = <T,>(items: readonly T[], amountOf: (item: T) => string) =>
    items
      .filter(item => !isZero(amountOf(item)))
      .sort((a, b) =>
        compareAmounts(
          magnitudeOf(amountOf(b)),
          magnitudeOf(amountOf(a)),
          reportingCurrency,
        ),
      );
  const effects = bySize(comparison.effects, effect => effect.amount);
  const lines = bySize(comparison.lines, line => line.difference);
  const { shown, rest } = withoutNoise(effects, reportingCurrency);
  const amount = format.money(magnitudeOf(difference), reportingCurrency);
  const summary = () => {
    if (!isZero(difference)) {
      return t(
        difference.startsWith('-') ? 'whyChanged.down' : 'whyChanged.up',
        {
          amount,
        },
      );
    }
    return effects.length > 0
      ? t('whyChanged.explained')
      : t('whyChanged.same');
  };
  return (
    <>
      <Paragraph>
        <strong>{summary()}</strong>{' '}
        {t('whyChanged.periods', {
          current: format.month(current.from),
          base: format.month(base.from),
        })}
      </Paragraph>
      {effects.length > 0 && (
        <Columns loose>
          <section aria-label={t('whyChanged.effects')}>
            <Subheading>{t('whyChanged.effects')}</Subheading>
            <ul className={styles.records}>
              {shown.map(effect => (
                <li key={effect.cause}>
                  <span>{effectText(t, effect.cause, comparison.lines)}</span>
                  <Signed amount={effect.amount} currency={reportingCurrency} />
                </li>
              ))}
              {!isZero(rest) && (
                <li>
                  <span>{t('whyChanged.small')}</span>
                  <Signed amount={rest} currency={reportingCurrency} />
                </li>
              )}
            </ul>
          </section>
          <section aria-label={t('whyChanged.records')}>
            <Subheading>{t('whyChanged.records')}</Subheading>
            <ul className={styles.records}>
              {lines.slice(0, LARGEST).map(line => (
                <li key={line.key}>
                  <LineName line={line} />
                  <Signed
                    amount={line.difference}
                    currency={reportingCurrency}
                  />
                </li>
              ))}
            </ul>
            {lines.length > LARGEST && (
              <Note>
                {t('whyChanged.more', { count: lines.length - LARGEST })}
              </Note>
            )}
          </section>
        </Columns>
      )}
      {comparison.ratesMissing.length > 0 && (
        <Note>
          {t('whyChanged.ratesMissing', {
            currencies: comparison.ratesMissing
              .map(missing => missing.currency)
              .join(', '),
          })}
        </Note>
      )}
    </>
  );
}

function LineName({ line }: { line: DifferenceLine }) {
  const t = useTexts();
  const paths = usePaths();
  if (line.key === HIDDEN || line.key === OTHER) {
    return <em>{t(`whyChanged.${line.key}`)}</em>;
  }
  const href = line.ref && paths.record(line.ref);
  return href ? (
    <Link href={href} title={line.ref}>
      {line.title}
    </Link>
  ) : (
    <span>{line.title}</span>
  );
}

function Signed(props: { amount: string; currency: string }) {
  const format = useFormat();
  return (
    <span className={styles.signed}>
      {format.signed(props.amount, props.currency)}
    </span>
  );
}

/**
 * A cause in words; new and ended records are counted unless some of them
 * are hidden.
 */
function effectText(
  t: Texts,
  cause: CostComparison['effects'][number]['cause'],
  lines: readonly DifferenceLine[],
): string {
  if (cause !== 'new' && cause !== 'ended') {
    return t(`whyChanged.effect.${cause}`);
  }
  const touched = lines.filter(line =>
    line.effects.some(
      effect => effect.cause === cause && !isZero(effect.amount),
    ),
  );
  const countable =
    touched.length > 0 &&
    touched.every(line => line.key !== HIDDEN && line.key !== OTHER);
  return countable
    ? t(`whyChanged.effect.${cause}`, { count: touched.length })
    : t(`whyChanged.effect.${cause}Some`);
}
