import { Link } from '@backstage/ui';
import type { RecordDetail } from '@backstage-itam/plugin-itam-common';
import { useTexts } from '../translation';
import { Note, Panel, Paragraph, Subheading } from '../ui';
import { safeUrl, specList, specText } from './spec';

/**
 * Documents and notes; an address that is not safe to follow is shown as
 * text.
 */
export function DocumentsPanel(props: { detail: RecordDetail }) {
  const { spec } = props.detail;
  const t = useTexts();
  const documents = specList(spec, 'documents');
  const notes = specText(spec, 'notes');
  if (documents.length === 0 && !notes) {
    return null;
  }
  return (
    <Panel title={t('record.documents')}>
      {documents.length === 0 ? (
        <Note>{t('record.noDocuments')}</Note>
      ) : (
        <ul style={{ margin: 0, padding: 0, listStyle: 'none' }}>
          {documents.map((document, index) => {
            const address = specText(document, 'url');
            const title = specText(document, 'title') ?? address;
            const href = safeUrl(address);
            return (
              <li key={index}>
                {href ? (
                  <Link href={href} target="_blank" rel="noopener noreferrer">
                    {title}
                  </Link>
                ) : (
                  title
                )}
              </li>
            );
          })}
        </ul>
      )}
      {notes && (
        <div>
          <Subheading>{t('record.notes')}</Subheading>
          <Paragraph>{notes}</Paragraph>
        </div>
      )}
    </Panel>
  );
}
