import type { ReactNode } from 'react';
import type { Loaded } from '../loading';
import { useSectionTexts } from '../translation';
import { EVERYTHING } from '../view';
import { Answered } from './Answered';
import { OwnTeams } from './OwnTeams';
import type { FinancePageName } from './useFinancePaths';

/**
 * The answer to a question about a node: who may not see its cost is told so
 * and led to their own teams.
 */
export function NodeAnswered<T>(props: {
  loaded: Loaded<T>;
  page: FinancePageName;
  title: string;
  skeleton: readonly number[];
  of: string;
  /** The node in words. */
  name: string;
  children(value: T, stale: boolean): ReactNode;
}) {
  const { of, name, page, ...rest } = props;
  const t = useSectionTexts();
  return (
    <Answered
      {...rest}
      forbidden={
        of === EVERYTHING
          ? t('finance.explorer.forbiddenAll')
          : t('finance.explorer.forbidden', { name })
      }
      wayOn={<OwnTeams page={page} />}
      notFound={t('failure.notFoundNode', { name })}
    />
  );
}
