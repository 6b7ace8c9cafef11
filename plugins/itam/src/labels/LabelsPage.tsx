import { useApi } from '@backstage/core-plugin-api';
import type { RecordSummary } from '@backstage-itam/plugin-itam-common';
import { Button, ButtonLink, Select } from '@backstage/ui';
import { RiPrinterLine, RiQrCodeLine } from '@remixicon/react';
import { createPortal } from 'react-dom';
import { useSearchParams } from 'react-router-dom';
import { itamApiRef } from '../api';
import { inParallel, useLoad } from '../loading';
import { useTexts } from '../translation';
import {
  FailureMessage,
  FormText,
  Message,
  Note,
  PageBody,
  Panel,
  SkeletonLines,
  Toolbar,
  usePaths,
} from '../ui';
import styles from './Labels.module.css';
import { LABELS_AT_MOST } from './labelsPath';
import {
  LABEL_SIZES,
  LABEL_SIZE_NAMES,
  type LabelSize,
  pageOf,
} from './labelSizes';
import { LabelSheet } from './LabelSheet';

/**
 * Labels to print and stick on things: the records and the size stand in the
 * address. Only the labels are printed.
 */
export function LabelsPage() {
  const t = useTexts();
  const api = useApi(itamApiRef);
  const paths = usePaths();
  const [search, setSearch] = useSearchParams();
  const refs = [...new Set(search.getAll('ref'))].slice(0, LABELS_AT_MOST);
  const sizeName =
    LABEL_SIZE_NAMES.find(name => name === search.get('size')) ??
    LABEL_SIZE_NAMES[0];
  const size: LabelSize = LABEL_SIZES[sizeName];
  const perSheet = size.sheet ? size.sheet.columns * size.sheet.rows : 0;
  const skip = size.sheet ? skipOf(search.get('skip'), perSheet) : 0;
  const set = (name: string, value: string | undefined) =>
    setSearch(
      current => {
        const next = new URLSearchParams(current);
        if (value) {
          next.set(name, value);
        } else {
          next.delete(name);
        }
        return next;
      },
      { replace: true },
    );
  const loaded = useLoad(refs.join(' '), () =>
    inParallel(refs, async (ref): Promise<RecordSummary | undefined> => {
      try {
        return (await api.getRecord(ref)).record;
      } catch (error) {
        // One that may not be seen leaves the others their labels.
        if (refs.length > 1) {
          return undefined;
        }
        throw error;
      }
    }),
  );
  const addressOf = (ref: string) =>
    new URL(paths.record(ref) ?? '/', window.location.origin).href;
  const records =
    loaded.state === 'ready'
      ? loaded.value.flatMap(record => record ?? [])
      : [];
  const sheet = (
    <LabelSheet
      records={records}
      size={sizeName}
      skip={skip}
      addressOf={addressOf}
    />
  );
  return (
    <PageBody>
      <Panel
        title={t('labels.title')}
        busy={loaded.state === 'loading'}
        actions={
          records.length > 0 && (
            <Button
              variant="primary"
              iconStart={<RiPrinterLine aria-hidden="true" />}
              onPress={() => window.print()}
            >
              {t('labels.print', { count: records.length })}
            </Button>
          )
        }
      >
        {refs.length === 0 && (
          <Message
            role="status"
            icon={<RiQrCodeLine size={18} />}
            title={t('labels.noneTitle')}
            text={t('labels.noneText')}
            action={
              <ButtonLink variant="secondary" href={paths.register() ?? '/'}>
                {t('labels.openRegister')}
              </ButtonLink>
            }
          />
        )}
        {refs.length > 0 && (
          <>
            <Toolbar>
              <Select
                className={styles.size}
                label={t('labels.size')}
                options={LABEL_SIZE_NAMES.map(name => ({
                  value: name,
                  label: t(`labels.sizes.${name}`),
                }))}
                value={sizeName}
                onChange={key => set('size', String(key))}
              />
              {size.sheet && (
                <div className={styles.size}>
                  <FormText
                    label={t('labels.skip')}
                    inputMode="decimal"
                    value={search.get('skip') ?? ''}
                    onChange={value => set('skip', value.replace(/\D/g, ''))}
                  />
                </div>
              )}
            </Toolbar>
            <Note>{t('labels.note')}</Note>
            {loaded.state === 'loading' && <SkeletonLines heights={[110]} />}
            {loaded.state === 'failed' && (
              <FailureMessage
                failure={loaded.failure}
                forbidden={t('failure.forbiddenRecords')}
                notFound={t('failure.notFoundRecord', { name: refs[0] })}
                onRetry={loaded.retry}
              />
            )}
            {loaded.state === 'ready' && records.length < refs.length && (
              <Note>
                {t('labels.hidden', { count: refs.length - records.length })}
              </Note>
            )}
            {records.length > 0 && (
              <>
                <div
                  className={styles.preview}
                  role="group"
                  aria-label={t('labels.preview')}
                  // Scrolls sideways on narrow screens, so the keyboard must reach it.
                  // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
                  tabIndex={0}
                >
                  {sheet}
                </div>
                {createPortal(
                  <div
                    className={styles.print}
                    data-itam-print=""
                    aria-hidden="true"
                  >
                    <style>{pageOf(size)}</style>
                    {sheet}
                  </div>,
                  document.body,
                )}
              </>
            )}
          </>
        )}
      </Panel>
    </PageBody>
  );
}

function skipOf(text: string | null, perSheet: number): number {
  const number = Number(text ?? 0);
  return Number.isInteger(number) && number > 0 && number < perSheet
    ? number
    : 0;
}
