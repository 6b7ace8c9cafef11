import { useApi } from '@backstage/core-plugin-api';
import type { ClosingAnswer } from '@backstage-itam/plugin-itam-common';
import { Button } from '@backstage/ui';
import { useState } from 'react';
import { itamApiRef } from '../../api';
import { useFormat } from '../../format';
import { useLoad } from '../../loading';
import { useSectionTexts } from '../../translation';
import {
  DataTable,
  Note,
  Panel,
  Paragraph,
  RefTitle,
  Subheading,
} from '../../ui';
import { Answered } from '../Answered';
import { Figure } from '../Figure';
import { ClosingDialog } from './ClosingDialog';
import { closingSteps } from './closingSteps';

/**
 * Which months are closed and what was closed and opened before; who may,
 * closes more or opens them again.
 */
export function ClosingPanel() {
  const t = useSectionTexts();
  const api = useApi(itamApiRef);
  const [revision, setRevision] = useState(0);
  const [opened, setOpened] = useState<'close' | 'open'>();
  const closing = useLoad(`closing|${revision}`, () => api.getClosing());
  const changed = () => {
    setOpened(undefined);
    setRevision(count => count + 1);
  };
  const title = t('finance.closing.title');
  return (
    <Answered
      loaded={closing}
      title={title}
      skeleton={[48, 32, 32]}
      forbidden={t('finance.rates.forbidden')}
    >
      {(value, stale) => (
        <Panel
          title={title}
          stale={stale}
          actions={
            value.canEdit && (
              <>
                <Button variant="secondary" onPress={() => setOpened('close')}>
                  {t('finance.closing.close')}
                </Button>
                {value.closedThrough && (
                  <Button variant="secondary" onPress={() => setOpened('open')}>
                    {t('finance.closing.open')}
                  </Button>
                )}
              </>
            )
          }
        >
          <ClosingBody closing={value} />
          {opened && (
            <ClosingDialog
              kind={opened}
              closing={value}
              onSaved={changed}
              onReload={changed}
              onClose={() => setOpened(undefined)}
            />
          )}
        </Panel>
      )}
    </Answered>
  );
}

function ClosingBody(props: { closing: ClosingAnswer }) {
  const { closing } = props;
  const t = useSectionTexts();
  const format = useFormat();
  const steps = closingSteps(closing.log);
  return (
    <>
      <div>
        {closing.closedThrough ? (
          <Figure
            label={t('finance.closing.through')}
            amount={format.month(closing.closedThrough)}
          />
        ) : (
          <Paragraph>{t('finance.closing.none')}</Paragraph>
        )}
        <Note>{t('finance.closing.note')}</Note>
      </div>
      <Subheading>{t('finance.closing.log')}</Subheading>
      {steps.length === 0 ? (
        <Paragraph>{t('finance.closing.noLog')}</Paragraph>
      ) : (
        <DataTable
          label={t('finance.closing.log')}
          rows={steps}
          rowKey={step => step.at}
          columns={[
            {
              id: 'action',
              label: t('finance.closing.action'),
              cell: step => {
                if (!step.closedThrough) {
                  return t('finance.closing.openedAll');
                }
                return t(`finance.closing.${step.kind}`, {
                  month: format.month(step.closedThrough),
                });
              },
            },
            {
              id: 'reason',
              label: t('finance.closing.reason'),
              cell: step => step.reason,
            },
            {
              id: 'by',
              label: t('finance.closing.by'),
              secondary: true,
              cell: step => step.by && <RefTitle of={step.by} />,
            },
            {
              id: 'at',
              label: t('finance.closing.at'),
              oneLine: true,
              cell: step => format.instant(step.at),
            },
          ]}
        />
      )}
    </>
  );
}
