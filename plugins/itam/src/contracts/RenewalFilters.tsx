import type { RenewalEntry } from '@backstage-itam/plugin-itam-common';
import { Switch } from '@backstage/ui';
import { useRef } from 'react';
import { useTexts } from '../translation';
import {
  ChoicePicker,
  DayField,
  Segments,
  titleOfRef,
  Toolbar,
  ToolbarSwitch,
} from '../ui';
import styles from './Contracts.module.css';
import {
  DEFAULT_PRESET,
  PRESETS,
  RENEWAL_STATES,
  type RenewalChange,
  type RenewalView,
} from './renewalsView';

const CUSTOM = 'custom';

/**
 * Range, state, owner and supplier of the renewals. Owners and suppliers are
 * those that have been listed since the page was opened.
 */
export function RenewalFilters(props: {
  view: RenewalView;
  range: { from: string; to: string };
  items: readonly RenewalEntry[];
  onChange(change: RenewalChange): void;
}) {
  const { view, range, items, onChange } = props;
  const t = useTexts();
  const owners = useSeen(
    view.owner,
    items.flatMap(({ record }) =>
      record.owner ? [[record.owner.ref, titleOfRef(record.owner)]] : [],
    ),
    ref => titleOfRef({ ref }),
  );
  const vendors = useSeen(
    view.vendor,
    items.flatMap(({ record }) =>
      record.vendor
        ? [[record.vendor, record.vendorTitle ?? record.vendor]]
        : [],
    ),
    slug => slug,
  );
  return (
    <Toolbar>
      <div className={styles.range}>
        <span className={styles.rangeLabel} aria-hidden="true">
          {t('renewals.range')}
        </span>
        <Segments<(typeof PRESETS)[number] | typeof CUSTOM>
          label={t('renewals.range')}
          segments={[
            ...PRESETS.map(preset => ({
              id: preset,
              content: t('renewals.days', { number: preset }),
            })),
            { id: CUSTOM, content: t('renewals.custom') },
          ]}
          selected={view.preset ?? CUSTOM}
          onChange={preset =>
            onChange(
              preset === CUSTOM
                ? { days: undefined, ...range }
                : {
                    days: preset === DEFAULT_PRESET ? undefined : preset,
                    from: undefined,
                    to: undefined,
                  },
            )
          }
        />
      </div>
      {!view.preset && (
        <>
          <DayField
            label={t('renewals.from')}
            value={range.from}
            onChange={from =>
              from && onChange({ from, to: range.to < from ? from : range.to })
            }
          />
          <DayField
            label={t('renewals.to')}
            value={range.to}
            onChange={to =>
              to && onChange({ from: range.from > to ? to : range.from, to })
            }
          />
        </>
      )}
      <ChoicePicker
        label={t('renewals.state')}
        value={view.state}
        options={RENEWAL_STATES.map(value => ({
          value,
          label: t(`record.term.state.${value}`),
        }))}
        onChange={state => onChange({ state })}
      />
      <ChoicePicker
        label={t('renewals.owner')}
        value={view.owner}
        options={owners}
        onChange={owner => onChange({ owner })}
      />
      <ChoicePicker
        label={t('renewals.vendor')}
        value={view.vendor}
        options={vendors}
        onChange={vendor => onChange({ vendor })}
      />
      <ToolbarSwitch>
        <Switch
          label={t('renewals.decision')}
          aria-description={t('renewals.decisionNote')}
          isSelected={view.decision}
          onChange={decision =>
            onChange({ decision: decision ? 'true' : undefined })
          }
        />
      </ToolbarSwitch>
    </Toolbar>
  );
}

/**
 * Every value met so far, so that choosing one does not take the others away.
 */
function useSeen(
  chosen: string | undefined,
  met: readonly string[][],
  labelOf: (value: string) => string,
): { value: string; label: string }[] {
  const seen = useRef(new Map<string, string>());
  for (const [value, label] of met) {
    seen.current.set(value, label);
  }
  if (chosen && !seen.current.has(chosen)) {
    seen.current.set(chosen, labelOf(chosen));
  }
  return [...seen.current]
    .map(([value, label]) => ({ value, label }))
    .sort((a, b) => a.label.localeCompare(b.label));
}
