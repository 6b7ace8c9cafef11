import { usePermission } from '@backstage/plugin-permission-react';
import { useApi } from '@backstage/core-plugin-api';
import { itamRecordCreatePermission } from '@backstage-itam/plugin-itam-common';
import { RiEyeOffLine } from '@remixicon/react';
import { DateTime } from 'luxon';
import { useSearchParams } from 'react-router-dom';
import { itamApiRef } from '../api';
import { useLoad } from '../loading';
import { useTexts } from '../translation';
import { FailureMessage, Message, PageBody, Panel, SkeletonLines } from '../ui';
import { draftOfRecord } from './draft/Draft';
import { classOf, draftFor, kindOf, newDraft } from './draft/newDraft';
import { NewRecord } from './NewRecord';
import { titlesOf } from './titlesOf';

/**
 * Registers a record, or writes it as a catalog file. The address holds kind
 * and class, whether it is a file (`as=yaml`), and the record it begins with
 * (`from`), or the service it is for (`service`) and its `owner`.
 */
export function NewRecordPage() {
  const t = useTexts();
  const api = useApi(itamApiRef);
  const [search] = useSearchParams();
  const permission = usePermission({ permission: itamRecordCreatePermission });
  const from = search.get('from');
  const asYaml = search.get('as') === 'yaml';
  const today = DateTime.now().toFormat('yyyy-MM-dd');
  const source = useLoad(from ?? '', async () =>
    from ? await api.getRecord(from) : undefined,
  );

  if (source.state === 'failed') {
    return (
      <PageBody>
        <Panel title={from ?? ''}>
          <FailureMessage
            failure={source.failure}
            forbidden={t('failure.forbiddenRecords')}
            notFound={t('failure.notFoundRecord', { name: from ?? '' })}
            onRetry={source.retry}
          />
        </Panel>
      </PageBody>
    );
  }
  if (source.state === 'loading' || permission.loading) {
    return (
      <PageBody>
        <Panel title={t('common.loading')} busy>
          <SkeletonLines heights={[56, 56, 56, 200]} />
        </Panel>
      </PageBody>
    );
  }
  // A file is not registered, so anybody may write one.
  if (!asYaml && !permission.allowed) {
    return (
      <PageBody>
        <Panel title={t('forms.newTitle')}>
          <Message
            icon={<RiEyeOffLine size={18} />}
            title={t('failure.forbiddenTitle')}
            text={t('forms.mayNotRegister')}
          />
        </Panel>
      </PageBody>
    );
  }
  const detail = source.value;
  return (
    <PageBody>
      <NewRecord
        key={from ?? 'new'}
        today={today}
        mayRegister={permission.allowed && !from}
        titles={detail ? titlesOf(detail) : new Map()}
        initial={() =>
          detail
            ? draftOfRecord(detail)
            : draftFor(
                newDraft(
                  kindOf(search.get('kind')),
                  classOf(search.get('class')),
                  today,
                ),
                {
                  service: search.get('service'),
                  owner: search.get('owner'),
                },
              )
        }
        hidesMoney={detail?.costVisible === false}
      />
    </PageBody>
  );
}
