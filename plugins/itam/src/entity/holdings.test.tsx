import type { CostQuery } from '@backstage-itam/plugin-itam-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { DateTime } from 'luxon';
import { renderOnFixtures } from '../__testUtils__/renderOnFixtures';
import {
  assetSummary,
  contractSummary,
  costsFor,
  groupEntity,
  responseError,
  userEntity,
} from '../fixtures';
import { EndingList, endingQuery } from '../records/EndingList';
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

  it('counts assets by class and stage, each count leading to its records', async () => {
    const countRecords = jest.fn(async () => ({
      by: 'class' as const,
      totalItems: 43,
      items: [
        {
          key: 'hardware',
          records: 31,
          across: [
            { key: 'maintenance', records: 30 },
            { key: 'planning', records: 1 },
          ],
        },
        {
          key: 'cloud',
          records: 12,
          across: [{ key: 'maintenance', records: 12 }],
        },
      ],
    }));
    const getCosts = jest.fn(async (query: CostQuery) => {
      const answer = costsFor(query);
      const [group] = answer.groups;
      return query.by === 'class'
        ? {
            ...answer,
            groups: [
              { ...group, key: 'hardware' },
              { ...group, key: 'none' },
            ],
          }
        : answer;
    });
    renderOnFixtures(<GroupCostCard />, {
      entity: groupEntity,
      api: { countRecords, getCosts },
    });
    const table = await screen.findByRole('table', {
      name: 'Assets by class and stage',
    });
    expect(countRecords).toHaveBeenCalledWith({
      by: 'class',
      across: 'stage',
      kind: 'Asset',
      owner: 'group:default/payments',
    });
    await within(table).findByRole('columnheader', { name: /^Cost in / });
    const [head, hardware, cloud, all] = within(table).getAllByRole('row');
    const texts = (row: HTMLElement) =>
      [...row.children].map(cell => cell.textContent);
    expect(texts(head).slice(0, 4)).toEqual([
      'Class',
      'Planning',
      'Maintenance',
      'Total',
    ]);
    expect(texts(hardware).slice(0, 4)).toEqual(['Hardware', '1', '30', '31']);
    expect(texts(cloud)).toEqual(['Cloud', '0', '12', '12', '–']);
    expect(texts(all).slice(0, 4)).toEqual(['All assets', '1', '42', '43']);
    // What records without a class cost is not of the assets.
    expect(texts(all)[4]).toBe(texts(hardware)[4]);
    expect(texts(hardware)[4]).toMatch(/^€[\d,]+\.\d\d$/);
    expect(within(hardware).getByRole('link', { name: '30' })).toHaveAttribute(
      'href',
      '/it-assets/records?owner=group%3Adefault%2Fpayments&kind=Asset&class=hardware&stage=maintenance',
    );
    expect(within(all).getByRole('link', { name: '42' })).toHaveAttribute(
      'href',
      '/it-assets/records?owner=group%3Adefault%2Fpayments&kind=Asset&stage=maintenance',
    );
    expect(within(cloud).queryByRole('link', { name: '0' })).toBeNull();
  });

  it('counts assets without amounts for who may not see the cost', async () => {
    renderOnFixtures(<GroupCostCard />, {
      entity: groupEntity,
      api: { getCosts: refuse },
    });
    const table = await screen.findByRole('table', {
      name: 'Assets by class and stage',
    });
    expect(within(table).queryByText(/Cost in|€/)).toBeNull();
  });

  it.each([
    [0, /own no assets/],
    [undefined, /You may not see these records/],
  ])('says why there is no table of assets', async (totalItems, text) => {
    renderOnFixtures(<GroupCostCard />, {
      entity: groupEntity,
      api: {
        countRecords: async () =>
          totalItems === undefined
            ? refuse()
            : { by: 'class', totalItems, items: [] },
      },
    });
    const section = await screen.findByRole('region', {
      name: 'Assets by class and stage',
    });
    expect(await within(section).findByText(text)).toBeVisible();
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

  it('asks the register for what ends soon, and for no more', async () => {
    const listRecords = jest.fn(async () => nothing);
    renderOnFixtures(<GroupCostCard />, {
      entity: groupEntity,
      api: { listRecords },
    });
    await screen.findByText('Nothing ends in the next 90 days.');
    expect(listRecords).toHaveBeenCalledWith({
      owner: 'group:default/payments',
      ...endingQuery(DateTime.now(), 90),
    });
  });

  it('shows the month in the address, and puts the chosen one there', async () => {
    const getCosts = jest.fn(async query => costsFor(query));
    renderOnFixtures(<GroupCostCard />, {
      entity: groupEntity,
      address: '/?month=2026-08',
      api: { getCosts },
    });
    await screen.findByRole('region', { name: 'Owned' });
    for (const basis of ['owned', 'used']) {
      expect(getCosts).toHaveBeenCalledWith({
        of: 'group:default/payments',
        by: 'category',
        basis,
        from: '2025-09',
        to: '2026-08',
      });
    }
    await userEvent.click(
      screen.getByRole('button', { name: /Month of the cost/ }),
    );
    await userEvent.click(
      await screen.findByRole('option', { name: 'Oct 2026' }),
    );
    await waitFor(() =>
      expect(screen.getByTestId('address')).toHaveTextContent('/'),
    );
    expect(screen.getByTestId('address')).not.toHaveTextContent('month');
  });

  it('says how a team comes to own something', async () => {
    renderOnFixtures(<GroupCostCard />, {
      entity: groupEntity,
      api: { listRecords: async () => nothing },
    });
    expect(
      await screen.findByText(
        /^Records that Payments or one of its sub-groups owns/,
      ),
    ).toBeVisible();
  });
});

describe('EndingList', () => {
  const today = DateTime.fromISO('2026-10-24');

  it('asks for what ends within the days, from today on', () => {
    expect(endingQuery(today, 90)).toMatchObject({
      sort: 'endsOn',
      order: 'asc',
      endsFrom: '2026-10-24',
      endsTo: '2027-01-22',
    });
    expect(endingQuery(today.setLocale('ar-EG'), 90).endsFrom).toBe(
      '2026-10-24',
    );
  });

  it('tells what ends and how much more there is', async () => {
    renderOnFixtures(
      <EndingList
        today={today}
        page={{
          items: [{ ...contractSummary, title: 'Soon' }],
          totalItems: 3,
        }}
      />,
    );
    expect(
      (await screen.findAllByRole('listitem')).map(item => item.textContent),
    ).toEqual([
      'SoonNotice by Nov\u00a01,\u00a02026',
      'and 2 more in the register',
    ]);
  });

  it('says of a day that is over that it is', async () => {
    renderOnFixtures(
      <EndingList
        today={today.set({ month: 11, day: 2 })}
        page={{ items: [{ ...contractSummary, title: 'Late' }], totalItems: 1 }}
      />,
    );
    expect(await screen.findByText('Notice was due Nov 1, 2026')).toBeVisible();
  });

  it('says when nothing ends', async () => {
    renderOnFixtures(<EndingList today={today} page={nothing} />);
    expect(
      await screen.findByText('Nothing ends in the next 90 days.'),
    ).toBeVisible();
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
