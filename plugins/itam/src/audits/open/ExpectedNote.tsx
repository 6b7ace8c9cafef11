import { useFormat } from '../../format';
import type { Loaded } from '../../loading';
import { useSectionTexts } from '../../translation';
import type { Expected } from './expectedRecords';

/**
 * How many records an audit will expect; nothing when that cannot be told,
 * since the register says so when the audit is opened.
 */
export function ExpectedNote(props: { expected: Loaded<Expected> }) {
  const { expected } = props;
  const t = useSectionTexts();
  const format = useFormat();
  const text = () => {
    if (expected.state === 'failed') {
      return '';
    }
    if (expected.state === 'loading' || expected.stale) {
      return t('audits.open.counting');
    }
    const { records, orMore } = expected.value;
    if (records === 0 && !orMore) {
      return t('audits.open.expectsNone');
    }
    return orMore
      ? t('audits.open.expectsAtLeast', { number: format.count(records) })
      : t('audits.open.expects', { count: records });
  };
  return <p role="status">{text()}</p>;
}
