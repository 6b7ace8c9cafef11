import { Skeleton } from '@backstage/ui';

/** Keeps the room of pickers that wait for an answer. */
export function PickerSkeleton() {
  return <Skeleton aria-hidden="true" height={56} />;
}
