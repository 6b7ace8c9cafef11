import { parseEntityRef } from '@backstage/catalog-model';
import type { RefLabel } from '@backstage-itam/plugin-itam-common';
import { Link } from '@backstage/ui';
import { useTexts } from '../translation';
import { Chip } from './Chip';
import { InlineNote } from './Prose';
import { RefTitle } from './RefTitle';
import { usePaths } from './usePaths';

/**
 * The name people know an entity by.
 */
export function titleOfRef(label: { ref: string; title?: string }): string {
  if (label.title) {
    return label.title;
  }
  try {
    return parseEntityRef(label.ref).name;
  } catch {
    return label.ref;
  }
}

/**
 * A link to an entity or record; what is not in the catalog is named as such
 * and never dropped.
 */
export function RefLink(props: { label: RefLabel }) {
  const { label } = props;
  const t = useTexts();
  const paths = usePaths();
  const href = paths.of(label);
  const title = label.title ? label.title : <RefTitle of={label.ref} />;
  return (
    <>
      {href ? (
        <Link href={href} title={label.ref}>
          {title}
        </Link>
      ) : (
        <span title={label.ref}>{title}</span>
      )}
      {!label.resolved && (
        <>
          {' '}
          <Chip tone="warning" wrap>
            {t('common.notInCatalog')}
          </Chip>
        </>
      )}
    </>
  );
}

/**
 * References one below the other; nothing when there are none.
 */
export function RefList(props: { labels: readonly RefLabel[]; max?: number }) {
  const { labels, max = 12 } = props;
  const t = useTexts();
  if (labels.length === 0) {
    return null;
  }
  const shown = labels.slice(0, max);
  return (
    <ul style={{ margin: 0, padding: 0, listStyle: 'none' }}>
      {shown.map(label => (
        <li key={label.ref}>
          <RefLink label={label} />
        </li>
      ))}
      {labels.length > shown.length && (
        <li>
          <InlineNote>
            {t('user.more', { count: labels.length - shown.length })}
          </InlineNote>
        </li>
      )}
    </ul>
  );
}
