import type { RecordQuery } from '@backstage-itam/plugin-itam-common';
import { EntityPicker, PARTIES, SERVICES } from '../picking';
import { useTexts } from '../translation';
import { DayField, DelayedSearch, FormRow, Note } from '../ui';
import type { RegisterChange } from './registerView';

/**
 * The filters that are asked for less often: whose, used by what, from whom,
 * and what ends when.
 */
export function MoreFilters(props: {
  query: RecordQuery;
  onChange(change: RegisterChange): void;
}) {
  const { query, onChange } = props;
  const t = useTexts();
  return (
    <div role="group" aria-label={t('register.moreFilters')}>
      <FormRow>
        <EntityPicker
          label={t('register.columns.owner')}
          range={PARTIES}
          value={query.owner ?? ''}
          onChange={owner => onChange({ owner })}
        />
        <EntityPicker
          label={t('record.holder')}
          range={PARTIES}
          value={query.assignee ?? ''}
          onChange={assignee => onChange({ assignee })}
        />
        <EntityPicker
          label={t('register.service')}
          range={SERVICES}
          value={query.service ?? ''}
          onChange={service => onChange({ service })}
        />
        <div>
          <Note>{t('register.columns.vendor')}</Note>
          <DelayedSearch
            label={t('register.vendorSearch')}
            value={query.vendor ?? ''}
            onChange={vendor =>
              onChange({ vendor: vendor.trim().toLocaleLowerCase('en-US') })
            }
          />
        </div>
        <DayField
          label={t('register.endsFrom')}
          value={query.endsFrom}
          onChange={endsFrom => onChange({ endsFrom })}
        />
        <DayField
          label={t('register.endsTo')}
          value={query.endsTo}
          onChange={endsTo => onChange({ endsTo })}
        />
      </FormRow>
    </div>
  );
}
