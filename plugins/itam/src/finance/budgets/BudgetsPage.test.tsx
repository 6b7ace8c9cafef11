import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderOnFixtures } from '../../__testUtils__/renderOnFixtures';
import { budgetDetailOf, budgetList, responseError } from '../../fixtures';
import { BudgetsPage } from './BudgetsPage';

const render = (options: Parameters<typeof renderOnFixtures>[1] = {}) =>
  renderOnFixtures(<BudgetsPage />, options);
const table = () => screen.findByRole('table', { name: 'Budgets' });

describe('the budgets', () => {
  it('lists each with what is used, forecast and left, in words too', async () => {
    render();
    const row = within(await table()).getByRole('row', {
      name: /Payments API/,
    });
    expect([...row.children].map(cell => cell.textContent)).toEqual([
      'Payments APIUsed · Accrued',
      '€80,000.00',
      '84.59%€67,675.30 of €80,000.00',
      '€82,475.30103.09%',
      '+€2,475.30',
      'Forecast above budget',
      '',
    ]);
    expect(
      within(row).getByRole('link', { name: 'Payments API' }),
    ).toHaveAttribute(
      'href',
      '/it-assets/finance/budgets/2026/component%3Adefault%2Fpayments-api',
    );
  });

  it('shows another fiscal year', async () => {
    render();
    await table();
    await userEvent.click(screen.getByRole('button', { name: /Fiscal year/ }));
    await userEvent.click(await screen.findByRole('option', { name: 'FY25' }));
    expect(await screen.findByText('No budget in FY25')).toBeVisible();
    expect(screen.getByTestId('address')).toHaveTextContent('/?year=2025');
  });

  it('sets a budget after checking what was entered', async () => {
    const putBudget = jest.fn(async (_year: number, of: string) =>
      budgetDetailOf(of),
    );
    render({ api: { putBudget } });
    await table();
    await userEvent.click(screen.getByRole('button', { name: 'Set a budget' }));
    const dialog = await screen.findByRole('dialog', {
      name: 'Set a budget for FY26',
    });
    const save = within(dialog).getByRole('button', { name: 'Save' });
    const amount = within(dialog).getByRole('textbox', { name: /Amount/ });
    await userEvent.type(amount, '12,5');
    await userEvent.click(save);
    expect(
      within(dialog).getByText('Choose what the budget is for.'),
    ).toBeVisible();
    expect(
      within(dialog).getByText(
        'Enter an amount of EUR with a point, such as 150000.00.',
      ),
    ).toBeVisible();
    expect(putBudget).not.toHaveBeenCalled();

    await userEvent.clear(amount);
    await userEvent.type(amount, '5000.50');
    await userEvent.type(
      within(dialog).getByRole('combobox', { name: 'Of' }),
      'supplier:dell',
    );
    await userEvent.tab();
    await userEvent.click(save);
    await waitFor(() =>
      expect(putBudget).toHaveBeenCalledWith(
        2026,
        'supplier:dell',
        {
          amount: { amount: '5000.50', currency: 'EUR' },
          view: 'accrued',
          note: undefined,
        },
        null,
      ),
    );
    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
  });

  it('explains that somebody changed a budget meanwhile, and reloads', async () => {
    const listBudgets = jest.fn(async () => budgetList);
    render({
      api: {
        listBudgets,
        putBudget: async () => {
          throw await responseError(412, 'stale');
        },
      },
    });
    await table();
    await userEvent.click(
      screen.getByRole('button', { name: 'Change the budget of Payments' }),
    );
    const dialog = await screen.findByRole('dialog');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Save' }));
    expect(await within(dialog).findByRole('alert')).toHaveTextContent(
      'Somebody changed it meanwhile.',
    );
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Reload' }),
    );
    await waitFor(() => expect(listBudgets).toHaveBeenCalledTimes(2));
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  });

  it('asks before it removes, with the version it saw', async () => {
    const deleteBudget = jest.fn(async () => {});
    render({ api: { deleteBudget } });
    await table();
    await userEvent.click(
      screen.getByRole('button', { name: 'Remove the budget of Payments' }),
    );
    const dialog = await screen.findByRole('dialog', {
      name: 'Remove the budget?',
    });
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Remove' }),
    );
    await waitFor(() =>
      expect(deleteBudget).toHaveBeenCalledWith(
        2026,
        'group:default/payments',
        3,
      ),
    );
  });

  it('offers nothing to change to those who may not', async () => {
    render({
      api: { listBudgets: async () => ({ ...budgetList, canEdit: false }) },
    });
    await table();
    expect(
      screen.queryByRole('button', { name: 'Set a budget' }),
    ).not.toBeInTheDocument();
    expect(
      screen.queryByRole('columnheader', { name: 'Actions' }),
    ).not.toBeInTheDocument();
  });

  it('says when budgets are not visible', async () => {
    render({
      api: {
        listBudgets: async () => {
          throw await responseError(403, 'no');
        },
      },
    });
    expect(
      await screen.findByText(/You may not see these budgets/),
    ).toBeVisible();
  });
});
