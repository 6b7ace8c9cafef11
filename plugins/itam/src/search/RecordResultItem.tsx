import type {
  ResultHighlight,
  SearchDocument,
} from '@backstage/plugin-search-common';
import { HighlightedSearchResultText } from '@backstage/plugin-search-react';
import { Link, Text } from '@backstage/ui';
import { useTexts } from '../translation';
import { Chip, KindIcon } from '../ui';
import styles from './RecordResultItem.module.css';
import { recordOfDocument } from './recordOfDocument';

/**
 * A record of the register among the results of a search: what it is, who
 * owns it, and the marks it is known by.
 * @public
 */
export function ItamRecordResultItem(props: {
  result?: SearchDocument;
  highlight?: ResultHighlight;
}) {
  const { result, highlight } = props;
  const t = useTexts();
  if (!result) return null;
  const record = recordOfDocument(result);
  const marked = (name: string, text: string) =>
    highlight?.fields[name] ? (
      <HighlightedSearchResultText
        text={highlight.fields[name]}
        preTag={highlight.preTag}
        postTag={highlight.postTag}
      />
    ) : (
      text
    );
  return (
    <li className={styles.item}>
      <span className={styles.icon} aria-hidden="true">
        <KindIcon kind={record.kind ?? 'Asset'} />
      </span>
      <div className={styles.body}>
        <div className={styles.head}>
          <Link href={result.location}>{marked('title', result.title)}</Link>
          {record.kind && <Chip>{t(`kind.${record.kind}`)}</Chip>}
          {record.class && <Chip>{t(`class.${record.class}`)}</Chip>}
          {record.stage && <Chip>{t(`stage.${record.stage}`)}</Chip>}
        </div>
        {record.owner && (
          <Text variant="body-small" color="secondary">
            {t('search.ownedBy', { owner: record.owner })}
          </Text>
        )}
        <Text variant="body-small" color="secondary">
          {marked('text', result.text)}
        </Text>
      </div>
    </li>
  );
}
