import type { FindingEntry } from '@backstage-itam/plugin-itam-common';
import { RecordName, usePaths } from '../ui';

/**
 * The record or service a finding is about, or what a discovery list names;
 * that has no page.
 */
export function FindingSubject(props: { finding: FindingEntry }) {
  const { subject, kind, about } = props.finding;
  const paths = usePaths();
  const isRecord = kind !== 'Discovery' && kind !== 'Service';
  return (
    <RecordName
      kind={isRecord ? kind : undefined}
      title={subject.title ?? subject.ref}
      recordRef={subject.ref}
      href={kind === 'Discovery' ? undefined : paths.of(subject)}
      detail={about}
    />
  );
}
