import { useSearchParams } from 'react-router-dom';
import { BasisChoice, MonthSelect } from '../cost';
import { useClockMonth } from '../finance/useClockMonth';
import { ShadowItView } from '../discoveries/ShadowItView';
import { PageBody, Toolbar } from '../ui';
import { GroupView } from './GroupView';
import { LeaversView } from './LeaversView';
import { OrganisationPanel } from './OrganisationPanel';
import { OrphansView } from './OrphansView';
import styles from './Ownership.module.css';
import { addressOf, readOwnershipView } from './ownershipView';
import { pathTo } from './organisation';
import { useOrganisation } from './useOrganisation';

/**
 * The organisation with what its groups own and spend, and what nobody
 * answers for: `?of=group:default/payments`, `orphans`, `leavers`,
 * `shadow-it`.
 * @public
 */
export function OwnershipPage() {
  const [search, setSearch] = useSearchParams();
  const view = readOwnershipView(search);
  const clockMonth = useClockMonth();
  const month = view.month ?? clockMonth;
  const organisation = useOrganisation();
  const roots = organisation.state === 'ready' ? organisation.value : [];
  const group = view.branch ? undefined : view.group ?? roots[0]?.ref;
  const unit = group ? pathTo(roots, group).at(-1) : undefined;
  const change = (name: string, value: string) =>
    setSearch(
      current => {
        const next = new URLSearchParams(current);
        next.set(name, value);
        return next;
      },
      { replace: true },
    );
  return (
    <PageBody>
      <div data-itam="toolbar">
        <Toolbar>
          <BasisChoice
            basis={view.basis}
            onChange={basis => change('basis', basis)}
          />
          <MonthSelect
            month={month}
            currentMonth={clockMonth}
            onChange={next => change('month', next)}
          />
        </Toolbar>
      </div>
      <div className={styles.frame}>
        <div className={styles.split}>
          <OrganisationPanel
            organisation={organisation}
            selected={view.branch ?? group}
            basis={view.basis}
            month={month}
            onSelect={of => setSearch(addressOf(search, of))}
          />
          <div className={styles.content}>
            {group && (
              <GroupView
                key={group}
                group={group}
                unit={unit}
                basis={view.basis}
                month={month}
                onOpen={of => setSearch(addressOf(search, of))}
                hrefOf={of => addressOf(search, of)}
              />
            )}
            {view.branch === 'orphans' && <OrphansView />}
            {view.branch === 'leavers' && <LeaversView />}
            {view.branch === 'shadow-it' && <ShadowItView />}
          </div>
        </div>
      </div>
    </PageBody>
  );
}
