import { Skeleton, VisuallyHidden } from '@backstage/ui';
import { useTexts } from '../translation';

/**
 * Placeholders with the heights of what will replace them, in pixels.
 */
export function SkeletonLines(props: { heights: readonly number[] }) {
  const t = useTexts();
  return (
    <>
      <VisuallyHidden role="status">{t('common.loading')}</VisuallyHidden>
      {props.heights.map((height, index) => (
        <Skeleton
          key={index}
          aria-hidden="true"
          height={height}
          width={index % 2 === 0 ? '100%' : '70%'}
        />
      ))}
    </>
  );
}
