import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderOnFixtures } from '../../__testUtils__/renderOnFixtures';
import { depreciationReportFor, responseError } from '../../fixtures';
import { DepreciationPage } from './DepreciationPage';

const render = (options: Parameters<typeof renderOnFixtures>[1] = {}) =>
  renderOnFixtures(<DepreciationPage />, options);
const table = () =>
  screen.findByRole('table', { name: 'Fixed-asset roll-forward' });
const cells = (row: HTMLElement) =>
  [...row.children].map(cell => cell.textContent);

describe('the depreciation report', () => {
  it('goes from opening to closing, with a total per currency', async () => {
    render();
    const rows = within(await table()).getAllByRole('row');
    expect(cells(rows[2])).toEqual([
      'Hardware',
      'EUR',
      '212',
      '612,480.00',
      '84,210.50',
      '22,140.00',
      '674,550.50',
      '301,220.75',
      '118,943.10',
      '2,400.00',
      '21,180.00',
      '401,383.85',
      '311,259.25',
      '273,166.65',
    ]);
    expect(rows.slice(-2).map(row => cells(row).slice(0, 2))).toEqual([
      ['Total', 'EUR'],
      ['Total', 'USD'],
    ]);
    expect(
      screen.getByText(/3 assets with a purchase have no schedule yet/),
    ).toBeVisible();
  });

  it('asks what the address says and what is chosen', async () => {
    const getDepreciationReport = jest.fn(async query =>
      depreciationReportFor(query),
    );
    render({
      address: '/?from=2026-01&to=2026-06',
      api: { getDepreciationReport },
    });
    await table();
    expect(getDepreciationReport).toHaveBeenCalledWith({
      from: '2026-01',
      to: '2026-06',
      by: 'class',
    });
    await userEvent.click(screen.getByRole('button', { name: /Break down/ }));
    await userEvent.click(
      await screen.findByRole('option', { name: 'By cost centre' }),
    );
    await waitFor(() =>
      expect(screen.getByTestId('address')).toHaveTextContent(
        '/?from=2026-01&to=2026-06&by=cost-center',
      ),
    );
  });

  it('says that there is no fixed asset', async () => {
    render({
      api: {
        getDepreciationReport: async query => ({
          ...depreciationReportFor(query),
          lines: [],
          totals: [],
          withoutSchedule: 1,
        }),
      },
    });
    expect(
      await screen.findByText('No fixed asset in these months'),
    ).toBeVisible();
    expect(
      screen.getByText(/1 asset with a purchase has no schedule yet/),
    ).toBeVisible();
  });

  it('says when it is not visible', async () => {
    render({
      api: {
        getDepreciationReport: async () => {
          throw await responseError(403, 'no');
        },
      },
    });
    expect(
      await screen.findByText(/You may not see the depreciation report/),
    ).toBeVisible();
  });
});
