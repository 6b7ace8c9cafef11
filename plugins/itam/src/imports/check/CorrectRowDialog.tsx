import { useApi } from '@backstage/core-plugin-api';
import type {
  ImportDetail,
  ImportRowEntry,
} from '@backstage-itam/plugin-itam-common';
import { useState } from 'react';
import { itamApiRef } from '../../api';
import { useFormat } from '../../format';
import { useWrite } from '../../loading';
import { useSectionTexts } from '../../translation';
import { FormDialog, FormText, TextButton } from '../../ui';
import styles from '../Imports.module.css';
import { problemPlace } from '../rows/problemPlace';
import { rowTitle } from '../rows/rowTitle';
import { useProblemText } from '../rows/useProblemText';

/**
 * The cells of a row to be corrected, those with something wrong first; the
 * register checks the row again and says what is still wrong.
 */
export function CorrectRowDialog(props: {
  detail: ImportDetail;
  row: ImportRowEntry;
  onSaved(row: ImportRowEntry): void;
  onReload(): void;
  onClose(): void;
}) {
  const { detail, row, onSaved, onReload, onClose } = props;
  const { columns } = detail;
  const t = useSectionTexts();
  const format = useFormat();
  const problemText = useProblemText();
  const api = useApi(itamApiRef);
  const { pending, problem, send } = useWrite();
  const [cells, setCells] = useState(() =>
    columns.map(({ column }) => row.cells[column] ?? ''),
  );
  const wrongColumns = columns.filter(({ column }) =>
    row.problems.some(one => one.column === column),
  );
  const [first] = useState(wrongColumns);
  const [all, setAll] = useState(first.length === 0);
  const shown = all
    ? [...first, ...columns.filter(column => !first.includes(column))]
    : [
        ...first,
        ...wrongColumns.filter(
          ({ column }) => !first.some(one => one.column === column),
        ),
      ];
  const elsewhere = row.problems.filter(({ column }) => column === undefined);
  const { title, more } = rowTitle(detail, row);

  return (
    <FormDialog
      title={t('imports.correct.title', { line: format.count(row.line) })}
      submit={t('imports.correct.save')}
      pending={pending}
      problem={problem}
      onReload={onReload}
      onSubmit={() =>
        send(async () =>
          onSaved(
            await api.imports.correctRow(
              detail.id,
              row.row,
              cells,
              detail.version,
            ),
          ),
        )
      }
      onClose={onClose}
    >
      <p>{[title, more].filter(Boolean).join(' · ')}</p>
      {elsewhere.length > 0 && (
        <div role="alert">
          <ul className={styles.problems}>
            {elsewhere.map(one => (
              <li key={`${one.path} ${one.rule}`}>
                <strong>
                  {problemPlace(detail, one) ?? t('imports.row.whole')}
                </strong>
                <span>{problemText(one)}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
      {row.cells.length > columns.length && (
        <p>{t('imports.correct.surplus')}</p>
      )}
      {shown.map(({ column, header }) => (
        <FormText
          key={column}
          label={
            header ||
            t('imports.columns.blank', {
              number: String(column + 1),
            })
          }
          value={cells[column]}
          problem={
            cells[column] === (row.cells[column] ?? '')
              ? row.problems
                  .filter(one => one.column === column)
                  .map(problemText)
                  .join(' ') || undefined
              : undefined
          }
          onChange={text =>
            setCells(before =>
              before.map((cell, at) => (at === column ? text : cell)),
            )
          }
        />
      ))}
      {!all && (
        <div>
          <TextButton onPress={() => setAll(true)}>
            {t('imports.correct.allCells', { count: columns.length })}
          </TextButton>
        </div>
      )}
    </FormDialog>
  );
}
