import { Button } from '@backstage/ui';
import { RiDownload2Line } from '@remixicon/react';
import { useState } from 'react';
import { useTaskEvents } from '../analytics';
import { failureOf } from '../loading';
import { useTexts } from '../translation';
import { downloadBlob } from './download';
import { InlineNote } from './Prose';

/**
 * Fetches a file at a press and saves it; a failure is said beside the button.
 */
export function DownloadButton(props: {
  label: string;
  fileName: string;
  load(): Promise<Blob>;
}) {
  const { label, fileName, load } = props;
  const t = useTexts();
  const tell = useTaskEvents();
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<string>();

  const download = async () => {
    setPending(true);
    setProblem(undefined);
    try {
      downloadBlob(fileName, await load());
      tell.exported({ format: fileName.slice(fileName.lastIndexOf('.') + 1) });
    } catch (error) {
      const failure = failureOf(error);
      setProblem(
        failure.kind === 'error'
          ? t('common.csvFailed', { message: failure.message })
          : t('failure.forbiddenTitle'),
      );
    } finally {
      setPending(false);
    }
  };

  return (
    <>
      <Button
        variant="secondary"
        iconStart={<RiDownload2Line aria-hidden="true" />}
        isPending={pending}
        onPress={download}
      >
        {label}
      </Button>
      {problem && (
        <span role="alert">
          <InlineNote>{problem}</InlineNote>
        </span>
      )}
    </>
  );
}
