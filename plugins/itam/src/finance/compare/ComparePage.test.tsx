import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderOnFixtures } from '../../__testUtils__/renderOnFixtures';
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
