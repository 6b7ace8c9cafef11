import { screen, waitFor } from '@testing-library/react';
import { Route, Routes } from 'react-router-dom';
import { renderOnFixtures } from '../__testUtils__/renderOnFixtures';
import { FinanceRouter } from './FinanceRouter';

const render = (address: string) =>
  renderOnFixtures(
    <Routes>
      <Route path="/it-assets/finance/*" element={<FinanceRouter />} />
    </Routes>,
    { address },
  );

describe('the finance section', () => {
  it.each([
    ['', 'Cost by month'],
    ['/compare', 'Why the cost differs'],
    ['/forecast', 'Actual and forecast by month'],
    ['/budgets', 'Budgets'],
    ['/budgets/2026/group%3Adefault%2Fpayments', 'Budget of Payments, FY26'],
    ['/depreciation', 'Fixed-asset roll-forward'],
    ['/rates', 'Exchange rates'],
  ])('has a page at %s', async (path, heading) => {
    render(`/it-assets/finance${path}`);
    // While it is on its way its place has the same heading.
    await waitFor(() =>
      expect(screen.queryByText('Loading')).not.toBeInTheDocument(),
    );
    expect(await screen.findByRole('heading', { name: heading })).toBeVisible();
  });

  it('takes what is looked at along to the next page, and not the months', async () => {
    render(
      '/it-assets/finance?of=group:default/payments&view=invoiced&from=2026-01&to=2026-02',
    );
    expect(
      await screen.findByRole('link', { name: 'Forecast' }),
    ).toHaveAttribute(
      'href',
      '/it-assets/finance/forecast?of=group%3Adefault%2Fpayments&view=invoiced',
    );
    expect(screen.getByRole('link', { name: 'Explorer' })).toHaveAttribute(
      'aria-current',
      'page',
    );
  });
});
