import type { CostComparison } from '@backstage-itam/plugin-itam-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderOnFixtures } from '../__testUtils__/renderOnFixtures';
import {
  costsFor,
  groupEntity,
  noCosts,
  responseError,
  serviceEntity,
} from '../fixtures';
import { EntityCostContent } from './EntityCostContent';

const render = (options: Parameters<typeof renderOnFixtures>[1] = {}) =>
  renderOnFixtures(<EntityCostContent />, {
    entity: serviceEntity,
    ...options,
  });
const line = (
  key: string,
  title: string,
  cause: 'new' | 'ended' | 'rate',
  difference: string,
): CostComparison['lines'][number] => ({
  key,
  title,
  base: '0.00',
  current: '0.00',
  difference,
  effects: [{ cause, amount: difference }],
});
const comparison: CostComparison = {
  of: {
    ref: 'component:default/payments-api',
    kind: 'component',
    title: 'Payments API',
  },
  basis: 'used',
  view: 'accrued',
  reportingCurrency: 'EUR',
  base: { from: '2026-09', to: '2026-09', total: '12075.62' },
  current: { from: '2026-10', to: '2026-10', total: '12480.22' },
  difference: '404.60',
  effects: [
    { cause: 'ended', amount: '-3.00' },
    { cause: 'new', amount: '420.00' },
    { cause: 'rate', amount: '-12.40' },
    { cause: 'price', amount: '0.00' },
  ],
  lines: [
    line('asset:default/rack-15', 'Rack 15', 'new', '400.00'),
    line('asset:default/ups-3', 'UPS 3', 'new', '20.00'),
    line('hidden', 'hidden', 'rate', '-12.40'),
    line('asset:default/switch', 'Old switch', 'ended', '-3.00'),
  ],
  ratesMissing: [],
  asOf: '2026-10-24T08:00:00Z',
};
const recordsTable = () =>
  screen.findByRole('table', { name: 'Records behind the cost' });

describe('EntityCostContent', () => {
  it('lists every record with share, month, range and end, and the total', async () => {
    render();
    const table = await recordsTable();
    const rows = within(table).getAllByRole('row');
    const cells = (row: HTMLElement) =>
      [...row.children].map(cell => cell.textContent);
    expect(cells(rows[0])).toEqual([
      'Record',
      'Kind',
      'Share',
      'Oct 2026',
      'Nov 2025 – Oct 2026',
      'Until',
    ]);
    expect(cells(rows[1])).toEqual([
      'GitHub Enterprise Cloud',
      'Licence · Subscription',
      '100%',
      '€4,533.07$5,250.00',
      '€45,049.05',
      'Term until Dec\u00a031,\u00a02026',
    ]);
    expect(cells(rows[5])[0]).toBe('Records you may not see');
    expect(cells(rows[6])).toEqual([
      'Total',
      '',
      '',
      '€12,480.22',
      '€123,208.10',
      '',
    ]);
  });

  it('asks what the address says', async () => {
    const getCosts = jest.fn(async query => costsFor(query));
    render({
      entity: groupEntity,
      address:
        '/?from=2025-11&to=2026-10&by=owner&basis=used&currency=USD&month=2026-09',
      api: { getCosts },
    });
    const table = await recordsTable();
    expect(getCosts.mock.calls.map(([query]) => query)).toEqual([
      {
        of: 'group:default/payments',
        from: '2025-11',
        to: '2026-10',
        currency: 'USD',
        basis: 'used',
        by: 'owner',
      },
      expect.objectContaining({ by: 'record', basis: 'used' }),
    ]);
    expect(
      within(table).getByRole('columnheader', { name: 'Sep 2026' }),
    ).toBeVisible();
  });

  it('changes the basis of a group in the address', async () => {
    render({ entity: groupEntity });
    await recordsTable();
    expect(screen.getByRole('radio', { name: 'Owned' })).toBeChecked();
    await userEvent.click(screen.getByRole('radio', { name: 'Used' }));
    await waitFor(() =>
      expect(screen.getByTestId('address')).toHaveTextContent('?basis=used'),
    );
  });

  it('has no basis to choose on a service', async () => {
    render({ address: '/?basis=owned' });
    await recordsTable();
    expect(
      screen.queryByRole('radiogroup', { name: 'Basis' }),
    ).not.toBeInTheDocument();
  });

  it('changes the range by name', async () => {
    render();
    await recordsTable();
    await userEvent.click(screen.getByRole('button', { name: /Range/ }));
    await userEvent.click(
      await screen.findByRole('option', { name: 'This calendar year' }),
    );
    expect(screen.getByTestId('address')).toHaveTextContent(
      '?from=2026-01&to=2026-12',
    );
  });

  it('shows the chart as a table', async () => {
    render();
    await recordsTable();
    await userEvent.click(
      screen.getByRole('button', { name: 'Show as table' }),
    );
    const table = screen.getByRole('table', {
      name: 'Cost by month, Nov 2025 to Oct 2026, By category',
    });
    expect(within(table).getAllByRole('row')).toHaveLength(13);
    expect(within(table).getAllByRole('columnheader')[1]).toHaveTextContent(
      'Licences',
    );
  });

  it('names what is not counted', async () => {
    render();
    await recordsTable();
    expect(
      screen.getByRole('link', { name: 'Rack 14 in Frankfurt' }),
    ).toBeVisible();
    expect(
      screen.getByText('1 licence is counted in its contract.'),
    ).toBeVisible();
    expect(screen.getByText(/ARS: Aug 2026, Sep 2026/)).toBeVisible();
    expect(screen.getByText('old-ledger')).toBeVisible();
    expect(screen.getByText(/dependsOn/)).toBeVisible();
  });

  it('saves a CSV of the same question', async () => {
    const getCostsCsv = jest.fn(async () => 'record,2026-10\n');
    const create = jest.fn((_blob: Blob) => 'blob:csv');
    Object.assign(URL, { createObjectURL: create, revokeObjectURL: jest.fn() });
    const save = jest
      .spyOn(HTMLAnchorElement.prototype, 'click')
      .mockImplementation(() => {});
    render({ api: { getCostsCsv } });
    await recordsTable();
    await userEvent.click(screen.getByRole('button', { name: 'Download CSV' }));
    await waitFor(() => expect(save).toHaveBeenCalled());
    save.mockRestore();
    expect(create).toHaveBeenCalled();
    expect(getCostsCsv).toHaveBeenCalledWith({
      of: 'component:default/payments-api',
      from: '2025-11',
      to: '2026-10',
      by: 'record',
      basis: 'used',
      view: 'accrued',
      currency: 'EUR',
    });
  });

  it('switches to what was invoiced, and asks for it', async () => {
    const getCosts = jest.fn(async query => costsFor(query));
    render({ api: { getCosts } });
    await recordsTable();
    await userEvent.click(screen.getByRole('radio', { name: 'Invoiced' }));
    await waitFor(() =>
      expect(screen.getByTestId('address')).toHaveTextContent('?view=invoiced'),
    );
    await waitFor(() =>
      expect(getCosts).toHaveBeenLastCalledWith(
        expect.objectContaining({ view: 'invoiced' }),
      ),
    );
  });

  it('says in words why the month differs from the one before', async () => {
    const compareCosts = jest.fn(async () => comparison);
    render({ api: { compareCosts } });
    const panel = await screen.findByRole('region', {
      name: 'Why did it change?',
    });
    const effects = await within(panel).findByRole('region', {
      name: 'What made the difference',
    });
    expect(
      within(effects)
        .getAllByRole('listitem')
        .map(item => item.textContent),
    ).toEqual([
      '2 new records+€420.00',
      'Exchange rates−€12.40',
      '1 record ended−€3.00',
    ]);
    const records = within(panel).getByRole('region', {
      name: 'Largest differences',
    });
    expect(
      within(records)
        .getAllByRole('listitem')
        .map(item => item.textContent),
    ).toEqual([
      'Rack 15+€400.00',
      'UPS 3+€20.00',
      'Records you may not see−€12.40',
      'Old switch−€3.00',
    ]);
    expect(panel).toHaveTextContent('€404.60 more Oct 2026 against Sep 2026');
    expect(compareCosts).toHaveBeenCalledWith({
      of: 'component:default/payments-api',
      from: '2026-10',
      to: '2026-10',
      baseFrom: '2026-09',
      baseTo: '2026-09',
      basis: 'used',
      view: 'accrued',
      currency: 'EUR',
    });
    const link = within(panel).getByRole('link', {
      name: 'Compare other periods',
    });
    expect(link.getAttribute('href')).toBe(
      '/it-assets/finance/compare?of=component%3Adefault%2Fpayments-api&basis=used&view=accrued&currency=EUR&from=2026-10&to=2026-10&baseFrom=2026-09&baseTo=2026-09',
    );
  });

  it('does not count new records when some are hidden', async () => {
    render({
      api: {
        compareCosts: async () => ({
          ...comparison,
          lines: [
            {
              ...comparison.lines[2],
              effects: [{ cause: 'new', amount: '420.00' }],
            },
          ],
        }),
      },
    });
    expect(await screen.findByText('New records')).toBeVisible();
  });

  it('explains nothing where nothing changed, and says so when it fails', async () => {
    const { unmount } = render({
      api: {
        compareCosts: async () => ({
          ...comparison,
          difference: '0.00',
          effects: [],
          lines: [],
        }),
      },
    });
    expect(await screen.findByText('Nothing changed.')).toBeVisible();
    unmount();
    render({
      api: {
        compareCosts: async () => {
          throw await responseError(500, 'too slow');
        },
      },
    });
    expect(await screen.findByText(/too slow/)).toBeVisible();
  });

  it('says when the CSV cannot be made', async () => {
    render({
      api: {
        getCostsCsv: async () => {
          throw await responseError(500, 'too large');
        },
      },
    });
    await recordsTable();
    await userEvent.click(screen.getByRole('button', { name: 'Download CSV' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('too large');
  });

  it.each([
    [serviceEntity, 'Nothing registered for this service yet'],
    [groupEntity, 'Nothing owned yet'],
  ])('is empty in its own words', async (entity, words) => {
    render({ entity, api: { getCosts: async () => noCosts } });
    expect(await screen.findByText(words)).toBeVisible();
  });

  it('says when the reader may not see it', async () => {
    render({
      api: {
        getCosts: async () => {
          throw await responseError(403, 'Not allowed');
        },
      },
    });
    expect(
      await screen.findByText(/You may not see the cost of Payments API/),
    ).toBeVisible();
  });
});
