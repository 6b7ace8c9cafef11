import { useApi } from '@backstage/core-plugin-api';
import type { ImportUploadQuery } from '@backstage-itam/plugin-itam-common';
import {
  Accordion,
  AccordionPanel,
  AccordionTrigger,
  Alert,
} from '@backstage/ui';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { itamApiRef } from '../../api';
import { useSectionTexts } from '../../translation';
import { Panel } from '../../ui';
import styles from '../Imports.module.css';
import { ReadingFields } from '../reading/ReadingFields';
import { useImportPaths } from '../useImportPaths';
import { DropZone } from './DropZone';
import { FileFields } from './FileFields';
import { fileTypeOf } from './fileType';
import { sentName } from './sentName';
import { TemplateLinks } from './TemplateLinks';
import { type UploadProblem, uploadProblemOf } from './uploadProblem';

/**
 * Takes a spreadsheet and goes to its import; what is wrong with the file is
 * said beside the place it was dropped on.
 */
export function UploadPanel() {
  const t = useSectionTexts();
  const api = useApi(itamApiRef);
  const navigate = useNavigate();
  const paths = useImportPaths();
  const [how, setHow] = useState<ImportUploadQuery>({});
  const [open, setOpen] = useState(false);
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<UploadProblem>();
  const change = (next: ImportUploadQuery) =>
    setHow(before => ({ ...before, ...next }));

  const upload = async (files: File[]) => {
    if (files.length === 0) {
      return;
    }
    const [file] = files;
    const type = fileTypeOf(file.name);
    if (files.length > 1 || !type || file.size === 0) {
      setProblem({ kind: mistakeOf(files, type) });
      return;
    }
    setPending(true);
    setProblem(undefined);
    try {
      const { id } = await api.imports.upload(file, type, {
        ...how,
        fileName: sentName(file.name),
      });
      navigate(paths.one(id));
    } catch (error) {
      const refused = uploadProblemOf(error);
      setProblem(refused);
      // What the file is may have to be said there.
      setOpen(before => before || refused.kind === 'unreadable');
      setPending(false);
    }
  };

  return (
    <Panel title={t('imports.upload.title')} actions={<TemplateLinks />}>
      {problem && (
        <Alert
          role="alert"
          status="danger"
          icon
          title={t(`imports.upload.problem.${problem.kind}`)}
          description={
            <span className={styles.problemText}>
              {problem.message && <span>{problem.message}</span>}
              <span>{t(`imports.upload.todo.${problem.kind}`)}</span>
            </span>
          }
        />
      )}
      <DropZone pending={pending} onFiles={upload} />
      <Accordion isExpanded={open} onExpandedChange={setOpen}>
        <AccordionTrigger title={t('imports.reading.title')} />
        <AccordionPanel>
          <div className={styles.fields}>
            <FileFields value={how} onChange={change} />
            <ReadingFields value={how} onChange={change} />
          </div>
        </AccordionPanel>
      </Accordion>
    </Panel>
  );
}

function mistakeOf(
  files: readonly File[],
  type: string | undefined,
): UploadProblem['kind'] {
  if (files.length > 1) {
    return 'many';
  }
  return type ? 'empty' : 'ending';
}
