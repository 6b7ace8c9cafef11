import type {
  ImportDetail,
  ImportPage,
} from '@backstage-itam/plugin-itam-common';
import { ButtonIcon, Link } from '@backstage/ui';
import { RiDeleteBinLine, RiFileUploadLine } from '@remixicon/react';
import { useState } from 'react';
import { useFormat } from '../../format';
import { useSectionTexts } from '../../translation';
import {
  CursorPager,
  type CursorPages,
  type DataColumn,
  DataTable,
  InlineNote,
  KindIcon,
  Message,
  Panel,
} from '../../ui';
import styles from '../Imports.module.css';
import { isForgettable } from '../importState';
import { StateChip } from '../StateChip';
import { useImportPaths } from '../useImportPaths';
import { CountsText } from './CountsText';
import { ForgetDialog } from './ForgetDialog';

/**
 * The reader's imports, the newest first.
 */
export function ImportList(props: {
  page: ImportPage;
  pages: CursorPages;
  onForgotten(): void;
}) {
  const { page, pages, onForgotten } = props;
  const t = useSectionTexts();
  const format = useFormat();
  const paths = useImportPaths();
  const [forgetting, setForgetting] = useState<ImportDetail>();
  const nameOf = ({ fileName, kind }: ImportDetail) =>
    fileName ?? t('imports.titleOf', { kind: t(`kinds.${kind}`) });
  const columns: DataColumn<ImportDetail>[] = [
    {
      id: 'import',
      label: t('imports.list.import'),
      oneLine: true,
      ownLine: true,
      named: false,
      cell: item => (
        <span className={styles.name}>
          <KindIcon kind={item.kind} />
          <span>
            <Link href={paths.one(item.id)} title={nameOf(item)} standalone>
              {nameOf(item)}
            </Link>
            <br />
            <InlineNote>
              {t('imports.list.kindAndTime', {
                kind: t(`kinds.${item.kind}`),
                time: format.instant(item.createdAt),
              })}
            </InlineNote>
          </span>
        </span>
      ),
    },
    {
      id: 'state',
      label: t('imports.list.state'),
      cell: item => <StateChip state={item.state} />,
    },
    {
      id: 'rows',
      label: t('imports.list.rows'),
      align: 'end',
      named: true,
      cell: item => format.count(item.rows),
    },
    {
      id: 'counts',
      label: t('imports.list.counts'),
      secondary: true,
      cell: item => <CountsText detail={item} />,
    },
    {
      id: 'actions',
      label: t('imports.list.actions'),
      align: 'end',
      cell: item =>
        isForgettable(item) && (
          <ButtonIcon
            variant="tertiary"
            icon={<RiDeleteBinLine aria-hidden="true" />}
            aria-label={t('imports.forget.of', {
              name: nameOf(item),
              time: format.instant(item.createdAt),
            })}
            onPress={() => setForgetting(item)}
          />
        ),
    },
  ];
  return (
    <Panel title={t('imports.list.title')}>
      {page.items.length === 0 ? (
        <Message
          role="status"
          icon={<RiFileUploadLine size={18} />}
          title={t('imports.list.noneTitle')}
          text={t('imports.list.noneText')}
        />
      ) : (
        <DataTable
          stacks
          label={t('imports.list.title')}
          columns={columns}
          rows={page.items}
          rowKey={item => item.id}
        />
      )}
      <CursorPager pages={pages} nextCursor={page.nextCursor} />
      {forgetting && (
        <ForgetDialog
          detail={forgetting}
          onClose={() => setForgetting(undefined)}
          onForgotten={() => {
            setForgetting(undefined);
            onForgotten();
          }}
        />
      )}
    </Panel>
  );
}
