import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderOnFixtures } from '../../__testUtils__/renderOnFixtures';
import { emptyForecast, forecastFor, responseError } from '../../fixtures';
import { ForecastPage } from './ForecastPage';

const render = (options: Parameters<typeof renderOnFixtures>[1] = {}) =>
  renderOnFixtures(<ForecastPage />, options);
const address = () => screen.getByTestId('address').textContent;
const events = () =>
  screen.findByRole('region', { name: 'What the forecast rests on' });

describe('the forecast', () => {
  it('keeps actual, committed and expected apart', async () => {
    render();
    await events();
    const panel = screen.getByRole('region', {
      name: 'Actual and forecast by month',
    });
    expect(panel).toHaveTextContent('Committed€21,880.30');
    expect(panel).toHaveTextContent('Expected€4,930.00');
    expect(
      within(panel).getByRole('img', {
        name: 'Actual, committed and expected cost, Jan 2026 to Dec 2026',
      }),
    ).toBeInTheDocument();
    await userEvent.click(
      within(panel).getByRole('button', { name: 'Show as table' }),
    );
    const row = within(panel).getByRole('row', { name: /Nov 2026/ });
    expect([...row.children].map(cell => cell.textContent)).toEqual([
      'Nov 2026',
      '€0.00',
      '€10,940.15',
      '€2,465.00',
      '€13,405.15',
    ]);
  });

  it('lists what it rests on by month', async () => {
    render();
    const region = within(await events()).getByRole('region', {
      name: 'Nov 2026',
    });
    const items = within(region).getAllByRole('listitem');
    expect(items.map(item => item.textContent)).toEqual([
      'Edge cache Frankfurt 3OrderedCommitted€1,225.00',
      'Rack 15 in FrankfurtPlannedExpectedPrice unknown',
    ]);
    expect(
      within(items[0]).getByRole('link', { name: 'Edge cache Frankfurt 3' }),
    ).toHaveAttribute('href', '/it-assets/records/asset/default/edge-cache-3');
  });

  it('asks for months chosen by name', async () => {
    const getForecast = jest.fn(async query => forecastFor(query));
    render({ api: { getForecast } });
    await events();
    await userEvent.click(screen.getByRole('button', { name: /Range/ }));
    await userEvent.click(
      await screen.findByRole('option', { name: 'Next 12 months' }),
    );
    await waitFor(() => expect(address()).toBe('/?from=2026-10&to=2027-09'));
    expect(getForecast).toHaveBeenLastCalledWith(
      expect.objectContaining({ from: '2026-10', to: '2027-09' }),
    );
  });

  it('says that there is nothing', async () => {
    render({ api: { getForecast: async query => emptyForecast(query) } });
    expect(await screen.findByText('No cost, past or future')).toBeVisible();
  });

  it('says what to do when the register fails', async () => {
    render({
      api: {
        getForecast: async () => {
          throw await responseError(500, 'broken');
        },
      },
    });
    expect(
      await screen.findByText('The register answered: broken'),
    ).toBeVisible();
    expect(screen.getByRole('button', { name: 'Try again' })).toBeVisible();
  });
});
