import type { RecordDetail } from '@backstage-itam/plugin-itam-common';
import { useFormat } from '../format';
import { useTexts } from '../translation';
import {
  DataTable,
  Facts,
  InlineNote,
  Note,
  Panel,
  RefLink,
  titleOfRef,
} from '../ui';

/**
 * Owner, holder, and the services that use the record with their shares.
 */
export function PeoplePanel(props: { detail: RecordDetail }) {
  const { record, services, covers, coveredBy, partOf, parts } = props.detail;
  const known = [covers, coveredBy, partOf ?? [], parts].flat();
  const t = useTexts();
  const format = useFormat();
  return (
    <Panel title={t('record.people')}>
      <Facts
        facts={[
          {
            label: t('record.owner'),
            value: record.owner && <RefLink label={record.owner} />,
          },
          {
            label: t('record.holder'),
            value: record.assignee && <RefLink label={record.assignee} />,
          },
        ]}
      />
      {services.length === 0 ? (
        <Note>{t('record.noServices')}</Note>
      ) : (
        <DataTable
          label={t('record.services')}
          rows={services}
          rowKey={use => use.service.ref}
          columns={[
            {
              id: 'service',
              label: t('record.services'),
              cell: use => (
                <>
                  <RefLink label={use.service} />
                  {use.inheritedFrom && (
                    <>
                      {' '}
                      <InlineNote>
                        {t('record.inheritedFrom', {
                          ref: titleOfRef(
                            known.find(
                              one => one.ref === use.inheritedFrom,
                            ) ?? {
                              ref: use.inheritedFrom,
                            },
                          ),
                        })}
                      </InlineNote>
                    </>
                  )}
                </>
              ),
            },
            {
              id: 'share',
              label: t('record.share'),
              align: 'end',
              cell: use => format.percent(use.sharePercent),
            },
          ]}
        />
      )}
    </Panel>
  );
}
