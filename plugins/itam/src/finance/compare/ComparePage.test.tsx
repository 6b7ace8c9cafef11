import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  renderOnFixtures,
  toldTasks,
} from '../../__testUtils__/renderOnFixtures';
import { comparisonFor, responseError } from '../../fixtures';
import { ComparePage } from './ComparePage';

const render = (options: Parameters<typeof renderOnFixtures>[1] = {}) =>
  renderOnFixtures(<ComparePage />, options);
const address = () => screen.getByTestId('address').textContent;
const effects = () =>
  screen.findByRole('table', { name: 'What makes the difference' });
const cells = (row: HTMLElement) =>
  [...row.children].map(cell => cell.textContent);

describe('the comparison', () => {
  it('explains every cause and adds them up to the difference', async () => {
    render();
    const rows = within(await effects())
      .getAllByRole('row')
      .slice(1);
    expect(rows.map(row => cells(row)[0])).toEqual([
      'New',
      'Ended',
      'Quantity',
      'Price',
      'Share',
      'Schedule',
      'Exchange rate',
      'Corrections',
      'Difference',
    ]);
    expect(cells(rows[0])).toEqual([
      'New',
      'Records that cost nothing before.',
      '+€612.50',
    ]);
    expect(cells(rows[1])[2]).toBe('−€980.00');
    expect(cells(rows[8])[2]).toBe('+€367.76');
    expect(screen.getByText('€367.76 more than Sep 2026')).toBeVisible();
  });

  it('lists records with their difference and causes', async () => {
    render();
    const table = await screen.findByRole('table', {
      name: 'Records behind the difference',
    });
    const row = within(table).getByRole('row', {
      name: /Payments database cluster EU1/,
    });
    expect(cells(row)).toEqual([
      'Payments database cluster EU1',
      '€2,620.40',
      '€2,283.45',
      '−€336.95',
      'Share −€385.07Schedule +€48.12',
    ]);
    expect(
      within(table).getByRole('row', { name: /Dell ProSupport/ }),
    ).toHaveTextContent('No difference');
  });

  it('asks what a deep link says', async () => {
    const compareCosts = jest.fn(async query => comparisonFor(query));
    render({
      address: '/?of=component:default/payments-api&from=2026-08&to=2026-08',
      api: { compareCosts },
    });
    await effects();
    expect(compareCosts).toHaveBeenCalledWith({
      of: 'component:default/payments-api',
      from: '2026-08',
      to: '2026-08',
      view: 'accrued',
    });
  });

  it('compares periods chosen by name', async () => {
    render();
    await effects();
    await userEvent.click(
      await screen.findByRole('button', { name: /Comparison/ }),
    );
    await userEvent.click(
      await screen.findByRole('option', {
        name: 'This fiscal year so far and the last',
      }),
    );
    await waitFor(() =>
      expect(address()).toBe(
        '/?from=2026-01&to=2026-10&baseFrom=2025-01&baseTo=2025-10',
      ),
    );
  });

  it('compares two quarters, supplier by supplier', async () => {
    const compareCosts = jest.fn(async query => comparisonFor(query));
    render({ api: { compareCosts } });
    await effects();
    await userEvent.click(
      await screen.findByRole('button', { name: /Comparison/ }),
    );
    await userEvent.click(
      await screen.findByRole('option', { name: 'Two quarters' }),
    );
    await waitFor(() =>
      expect(address()).toBe(
        '/?from=2026-07&to=2026-09&baseFrom=2026-04&baseTo=2026-06',
      ),
    );
    await userEvent.click(
      await screen.findByRole('button', { name: /Compared with quarter/ }),
    );
    await userEvent.click(
      await screen.findByRole('option', { name: 'Jul – Sep 2025 (Q3)' }),
    );
    await waitFor(() => expect(address()).toMatch(/baseFrom=2025-07/));
    await userEvent.click(screen.getByRole('radio', { name: 'By supplier' }));
    const table = await screen.findByRole('table', {
      name: 'Suppliers behind the difference',
    });
    await waitFor(() =>
      expect(
        within(table).getByRole('link', { name: 'github' }),
      ).toHaveAttribute('href', '/it-assets/contracts/suppliers/github'),
    );
    expect(within(table).getByText('None named')).toBeVisible();
    expect(compareCosts).toHaveBeenLastCalledWith({
      of: 'all',
      from: '2026-07',
      to: '2026-09',
      baseFrom: '2025-07',
      baseTo: '2025-09',
      view: 'accrued',
      by: 'supplier',
    });
  });

  it('is saved as CSV and for spreadsheet programs', async () => {
    URL.createObjectURL = () => 'blob:x';
    URL.revokeObjectURL = () => {};
    const getCsv = jest.fn(async () => 'key\n');
    const getComparisonXlsx = jest.fn(async () => new Blob(['x']));
    render({ address: '/?by=supplier', api: { getCsv, getComparisonXlsx } });
    await effects();
    await userEvent.click(screen.getByRole('button', { name: 'Download CSV' }));
    await userEvent.click(
      screen.getByRole('button', { name: 'Download Excel' }),
    );
    const asked = expect.objectContaining({ of: 'all', by: 'supplier' });
    await waitFor(() =>
      expect(getCsv).toHaveBeenCalledWith('/costs/comparison', asked),
    );
    expect(getComparisonXlsx).toHaveBeenCalledWith(asked);
    await waitFor(() =>
      expect(toldTasks()).toEqual([
        {
          action: 'itam-cost-explanation',
          subject: 'all',
          attributes: { basis: 'used', view: 'accrued' },
        },
        { action: 'itam-export', subject: 'csv' },
        { action: 'itam-export', subject: 'xlsx' },
      ]),
    );
  });

  it('says when the file could not be made', async () => {
    render({
      api: {
        getComparisonXlsx: async () => {
          throw await responseError(500, 'disk full');
        },
      },
    });
    await effects();
    await userEvent.click(
      screen.getByRole('button', { name: 'Download Excel' }),
    );
    expect(await screen.findByRole('alert')).toHaveTextContent('disk full');
  });

  it('names currencies that could not be converted', async () => {
    render();
    expect(
      await screen.findByText(
        'Not converted, so not part of the figures: ARS in Sep 2026.',
      ),
    ).toBeVisible();
  });

  it('says when there is nothing to compare', async () => {
    render({
      api: {
        compareCosts: async query => ({
          ...comparisonFor(query),
          base: { from: '2026-09', to: '2026-09', total: '0.00' },
          current: { from: '2026-10', to: '2026-10', total: '0.00' },
          difference: '0.00',
          effects: [],
          lines: [],
        }),
      },
    });
    expect(await screen.findByText('Nothing to compare')).toBeVisible();
  });

  it('says when it is not visible', async () => {
    render({
      address: '/?of=group:default/payments',
      api: {
        compareCosts: async () => {
          throw await responseError(403, 'no');
        },
      },
    });
    expect(await screen.findByText('Not visible to you')).toBeVisible();
  });
});
