import { useTexts } from '../translation';
import { DownloadButton } from './DownloadButton';

/**
 * Fetches a CSV at a press and saves it.
 */
export function CsvButton(props: {
  fileName: string;
  load(): Promise<string>;
}) {
  const { fileName, load } = props;
  const t = useTexts();
  return (
    <DownloadButton
      label={t('common.csv')}
      fileName={fileName}
      load={async () =>
        new Blob([await load()], { type: 'text/csv;charset=utf-8' })
      }
    />
  );
}
