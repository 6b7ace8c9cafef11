import type { ImportDetail } from '@backstage-itam/plugin-itam-common';
import { useSearchParams } from 'react-router-dom';
import { writePagedAddress } from '../view';
import { CheckPanel } from './check/CheckPanel';
import { ColumnsPanel } from './columns/ColumnsPanel';
import { CommitPanel } from './commit/CommitPanel';
import { ResultPanel } from './commit/ResultPanel';
import { ImportHeader } from './ImportHeader';
import { firstStep } from './importState';
import { type ImportAddress, readImportAddress } from './importAddress';

/** What the parts of the page of an import are given. */
export interface ImportPartProps {
  detail: ImportDetail;
  view: ImportAddress;
  /** Changes what the address says; other parameters stay. */
  onView(
    change: Partial<Record<keyof ImportAddress, string | undefined>>,
  ): void;
  /** An answer to a change. */
  onChanged(detail: ImportDetail): void;
  /** Something changed whose answer is another. */
  onReload(): void;
}

/**
 * An import: how far it is, and the step the address names.
 */
export function ImportView(
  props: Pick<ImportPartProps, 'detail' | 'onChanged' | 'onReload'> & {
    interrupted: boolean;
  },
) {
  const { detail, interrupted, onChanged, onReload } = props;
  const [search, setSearch] = useSearchParams();
  const view = readImportAddress(search);
  const step = view.step ?? firstStep(detail);
  const part: ImportPartProps = {
    detail,
    view,
    onView: change =>
      setSearch(current => writePagedAddress(current, change), {
        replace: !('step' in change),
      }),
    onChanged,
    onReload,
  };
  const open = ['receiving', 'checking', 'checked'].includes(detail.state);
  return (
    <>
      <ImportHeader {...part} step={step} interrupted={interrupted} />
      {step === 'columns' && <ColumnsPanel key={detail.version} {...part} />}
      {step === 'check' && <CheckPanel {...part} />}
      {step === 'import' &&
        (open ? <CommitPanel {...part} /> : <ResultPanel {...part} />)}
    </>
  );
}
