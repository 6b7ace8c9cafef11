import { screen, within } from '@testing-library/react';
import { Route, Routes } from 'react-router-dom';
import { renderOnFixtures } from '../../__testUtils__/renderOnFixtures';
import { budgetDetailOf, responseError } from '../../fixtures';
import { BudgetPage } from './BudgetPage';

const render = (options: Parameters<typeof renderOnFixtures>[1] = {}) =>
  renderOnFixtures(
    <Routes>
      <Route path="/budgets/:fiscalYear/:of" element={<BudgetPage />} />
    </Routes>,
    { address: '/budgets/2026/group%3Adefault%2Fpayments', ...options },
  );

describe('a budget', () => {
  it('is read by its node, decoded from the address', async () => {
    const getBudget = jest.fn(async (_year: number, of: string) =>
      budgetDetailOf(of),
    );
    render({ api: { getBudget } });
    expect(
      await screen.findByRole('heading', { name: 'Budget of Payments, FY26' }),
    ).toBeVisible();
    expect(getBudget).toHaveBeenCalledWith(2026, 'group:default/payments');
  });

  it('explains the variance from headroom and causes', async () => {
    render();
    const table = await screen.findByRole('table', {
      name: 'What makes the difference',
    });
    const rows = within(table).getAllByRole('row');
    expect(rows[1]).toHaveTextContent('Room left');
    expect(rows[1]).toHaveTextContent('−€5,392.46');
    expect(rows[rows.length - 1]).toHaveTextContent(
      'Over or under budget−€5,024.70',
    );
    expect(
      screen.getByText(/The forecast at the time the budget was set/),
    ).toHaveTextContent('€144,607.54');
  });

  it('has every month as a figure', async () => {
    render();
    const table = await screen.findByRole('table', { name: 'By month' });
    expect(within(table).getAllByRole('row')).toHaveLength(13);
    expect(
      within(table).getByRole('row', { name: /Dec 2026/ }),
    ).toHaveTextContent('€144,975.30€150,000.00');
  });

  it('says that there is none', async () => {
    render({
      api: {
        getBudget: async () => {
          throw await responseError(404, 'none');
        },
      },
    });
    expect(
      await screen.findByText(/There is no budget of payments/),
    ).toBeVisible();
    expect(screen.getByRole('link', { name: 'All budgets' })).toHaveAttribute(
      'href',
      '/it-assets/finance/budgets?year=2026',
    );
  });
});
