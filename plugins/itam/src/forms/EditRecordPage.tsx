import { stringifyEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import type { RecordDetail } from '@backstage-itam/plugin-itam-common';
import { ButtonLink } from '@backstage/ui';
import { RiEyeOffLine, RiGitRepositoryLine } from '@remixicon/react';
import { DateTime } from 'luxon';
import { useParams } from 'react-router-dom';
import { itamApiRef } from '../api';
import { useLoad } from '../loading';
import { safeUrl } from '../records/spec';
import { useTexts } from '../translation';
import {
  FailureMessage,
  Message,
  PageBody,
  Panel,
  SkeletonLines,
  usePaths,
} from '../ui';
import { EditRecord } from './EditRecord';

/** Changes the registered record that the address names. */
export function EditRecordPage() {
  const { kind = '', namespace = '', name = '' } = useParams();
  const recordRef = stringifyEntityRef({ kind, namespace, name });
  const t = useTexts();
  const api = useApi(itamApiRef);
  const loaded = useLoad(recordRef, () => api.getRecord(recordRef));
  if (loaded.state === 'failed') {
    return (
      <PageBody>
        <Panel title={recordRef}>
          <FailureMessage
            failure={loaded.failure}
            forbidden={t('failure.forbiddenRecords')}
            notFound={t('failure.notFoundRecord', { name: recordRef })}
            onRetry={loaded.retry}
          />
        </Panel>
      </PageBody>
    );
  }
  if (loaded.state === 'loading' || loaded.stale) {
    return (
      <PageBody>
        <Panel title={t('common.loading')} busy>
          <SkeletonLines heights={[56, 56, 56, 200]} />
        </Panel>
      </PageBody>
    );
  }
  return (
    <PageBody>
      <Editable
        detail={loaded.value}
        today={DateTime.now().toFormat('yyyy-MM-dd')}
      />
    </PageBody>
  );
}

/** The form, or why the record cannot be changed here. */
function Editable(props: { detail: RecordDetail; today: string }) {
  const { detail, today } = props;
  const t = useTexts();
  const paths = usePaths();
  const { record } = detail;
  if (record.origin === 'declared') {
    const source = safeUrl(detail.editUrl) ?? safeUrl(detail.sourceUrl);
    const yaml = paths.newRecord({ as: 'yaml', from: record.ref });
    return (
      <Panel title={record.title}>
        <Message
          icon={<RiGitRepositoryLine size={18} />}
          title={t('forms.declaredTitle')}
          text={source ? t('forms.declaredText') : t('forms.declaredSomewhere')}
          action={
            <>
              {source && (
                <ButtonLink
                  variant="primary"
                  href={source}
                  target="_blank"
                  rel="noopener noreferrer"
                >
                  {t('forms.openFile')}
                </ButtonLink>
              )}
              {yaml && (
                <ButtonLink variant="secondary" href={yaml}>
                  {t('forms.asYaml')}
                </ButtonLink>
              )}
            </>
          }
        />
      </Panel>
    );
  }
  if (!detail.rights?.update) {
    return (
      <Panel title={record.title}>
        <Message
          icon={<RiEyeOffLine size={18} />}
          title={
            record.retiredAt
              ? t('forms.retiredTitle')
              : t('failure.forbiddenTitle')
          }
          text={
            record.retiredAt ? t('forms.retiredText') : t('forms.mayNotChange')
          }
        />
      </Panel>
    );
  }
  return <EditRecord detail={detail} today={today} />;
}
