import { screen, within } from '@testing-library/react';
import { DateTime } from 'luxon';
import { renderOnFixtures } from '../__testUtils__/renderOnFixtures';
import {
  assetSummary,
  contractSummary,
  groupEntity,
  responseError,
  userEntity,
} from '../fixtures';
import { EndingList } from '../records/EndingList';
import { GroupCostCard } from './GroupCostCard';
import { UserHoldingsCard } from './UserHoldingsCard';

const nothing = { items: [], totalItems: 0 };
const refuse = async () => {
  throw await responseError(403, 'Not allowed');
};

describe('GroupCostCard', () => {
  it('shows owned and used side by side, with what is unallocated', async () => {
    renderOnFixtures(<GroupCostCard />, { entity: groupEntity });
    const owned = await screen.findByRole('region', { name: 'Owned' });
    expect(owned).toHaveTextContent('€12,480.22');
    expect(owned).toHaveTextContent(
      '€1,460.00 of it is used by no service (unallocated)',
    );
    const used = screen.getByRole('region', { name: 'Used by its services' });
    expect(used).toHaveTextContent('Never added to what is owned');
    expect(used).not.toHaveTextContent('unallocated');
  });

  it('counts the records and opens them in the register', async () => {
    renderOnFixtures(<GroupCostCard />, { entity: groupEntity });
    const holdings = await screen.findByRole('region', {
      name: 'Owned records',
    });
    expect(holdings).toHaveTextContent('Assets1Licences0Contracts0');
    expect(within(holdings).getByRole('link')).toHaveAttribute(
      'href',
      '/it-assets/records?owner=group%3Adefault%2Fpayments',
    );
  });

  it('shows records even when the cost may not be seen', async () => {
    renderOnFixtures(<GroupCostCard />, {
      entity: groupEntity,
      api: { getCosts: refuse },
    });
    expect(
      await screen.findByText(/You may not see the cost of Payments/),
    ).toBeVisible();
    expect(
      await screen.findByRole('region', { name: 'Owned records' }),
    ).toBeVisible();
  });

  it('says how a team comes to own something', async () => {
    renderOnFixtures(<GroupCostCard />, {
      entity: groupEntity,
      api: { listRecords: async () => nothing },
    });
    expect(await screen.findByText(/spec.owner names Payments/)).toBeVisible();
  });
});

describe('EndingList', () => {
  it('holds what ends within the days, from today on', async () => {
    renderOnFixtures(
      <EndingList
        today={DateTime.fromISO('2026-10-24')}
        withinDays={90}
        records={[
          {
            ...contractSummary,
            ref: 'contract:default/a',
            title: 'Past',
            endsOn: '2026-10-23',
          },
          { ...contractSummary, title: 'Soon' },
          { ...assetSummary, title: 'Far' },
        ]}
      />,
    );
    expect(
      (await screen.findAllByRole('listitem')).map(item => item.textContent),
    ).toEqual(['SoonNotice by Nov 1, 2026']);
  });
});

describe('UserHoldingsCard', () => {
  it('lists what a person holds', async () => {
    renderOnFixtures(<UserHoldingsCard />, { entity: userEntity });
    const assets = await screen.findByRole('table', {
      name: 'Assigned assets',
    });
    expect(
      within(assets).getByRole('row', {
        name: /Payments database cluster EU1.*HW-000123/,
      }),
    ).toBeVisible();
    expect(
      screen.queryByRole('table', { name: 'Owned records' }),
    ).not.toBeInTheDocument();
  });

  it('links to what does not fit', async () => {
    renderOnFixtures(<UserHoldingsCard />, {
      entity: userEntity,
      api: {
        listRecords: async query =>
          query?.kind === 'Asset'
            ? { items: [assetSummary], totalItems: 14 }
            : nothing,
      },
    });
    expect(
      await screen.findByRole('link', { name: 'and 13 more in the register' }),
    ).toHaveAttribute(
      'href',
      '/it-assets/records?assignee=user%3Adefault%2Fguest&kind=Asset',
    );
  });

  it('says when nothing is assigned, or may not be seen', async () => {
    renderOnFixtures(<UserHoldingsCard />, {
      entity: userEntity,
      api: { listRecords: async () => nothing },
    });
    expect(await screen.findByText('Nothing assigned')).toBeVisible();
    renderOnFixtures(<UserHoldingsCard />, {
      entity: userEntity,
      api: { listRecords: refuse },
    });
    expect(
      await screen.findByText(/You may not see these records/),
    ).toBeVisible();
  });
});
