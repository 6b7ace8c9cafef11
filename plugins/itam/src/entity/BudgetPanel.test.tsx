import type { BudgetList } from '@backstage-itam/plugin-itam-common';
import { screen, waitFor } from '@testing-library/react';
import { renderOnFixtures } from '../__testUtils__/renderOnFixtures';
import { responseError } from '../fixtures';
import { BudgetPanel } from './BudgetPanel';

const REF = 'group:default/payments';

const list: BudgetList = {
  fiscalYear: 2026,
  label: 'FY26',
  fiscalYears: [2026],
  canEdit: true,
  items: [
    {
      of: { ref: REF, kind: 'group', title: 'Payments' },
      fiscalYear: 2026,
      label: 'FY26',
      from: '2026-01',
      to: '2026-12',
      basis: 'owned',
      view: 'accrued',
      currency: 'EUR',
      amount: '150000.00',
      actual: '118165.00',
      committed: '30000.00',
      expected: '6335.00',
      forecast: '154500.00',
      variance: '4500.00',
      usedPercent: '78.8',
      forecastPercent: '103',
      state: 'at-risk',
      version: 3,
      updatedAt: '2026-01-12T09:30:00Z',
      ratesMissing: [{ currency: 'ARS', months: ['2026-08'] }],
    },
  ],
};

const render = (
  listBudgets: () => Promise<BudgetList>,
  api: Parameters<typeof renderOnFixtures>[1] = {},
) =>
  renderOnFixtures(<BudgetPanel of={REF} />, {
    api: { ...api.api, listBudgets },
  });

describe('BudgetPanel', () => {
  it('shows what is used, where it is heading and what is missing', async () => {
    render(async () => list);
    const panel = await screen.findByRole('region', { name: 'Budget FY26' });
    expect(panel).toHaveTextContent('78.8% €118,165.00 of €150,000.00 used');
    expect(panel).toHaveTextContent('Forecast above budget');
    expect(panel).toHaveTextContent(
      'Forecast €154,500.00, 103% of the budget · €4,500.00 above the budget',
    );
    expect(panel).toHaveTextContent('No exchange rate for ARS');
    expect(
      screen.getByRole('img', {
        name: '78.8% of the budget used, 103% forecast',
      }),
    ).toBeVisible();
    expect(
      screen.getByRole('link', { name: 'Open the budget' }),
    ).toHaveAttribute(
      'href',
      '/it-assets/finance/budgets/2026/group%3Adefault%2Fpayments',
    );
  });

  it('says quietly that there is no budget, with the forecast', async () => {
    render(async () => ({ ...list, items: [] }));
    const panel = await screen.findByRole('region', { name: 'Budget FY26' });
    expect(panel).toHaveTextContent('No budget is set for FY26.');
    expect(panel).toHaveTextContent(/Forecast for FY26: €/);
    expect(screen.getByRole('link', { name: 'Set a budget' })).toHaveAttribute(
      'href',
      '/it-assets/finance/budgets?of=group%3Adefault%2Fpayments',
    );
  });

  it('offers to set one only to who may', async () => {
    render(async () => ({ ...list, items: [], canEdit: false }));
    expect(await screen.findByText(/No budget is set/)).toBeVisible();
    expect(screen.queryByRole('link')).not.toBeInTheDocument();
  });

  it('is left out for who may not see the cost', async () => {
    render(async () => ({ ...list, items: [] }), {
      api: {
        getForecast: async () => {
          throw await responseError(403, 'Not allowed');
        },
      },
    });
    expect(await screen.findByText('Loading')).toBeInTheDocument();
    await waitFor(() =>
      expect(screen.queryByText(/Budget/)).not.toBeInTheDocument(),
    );
  });

  it('says what failed', async () => {
    render(async () => {
      throw await responseError(500, 'no database');
    });
    expect(await screen.findByRole('alert')).toHaveTextContent('no database');
  });
});
