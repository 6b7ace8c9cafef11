import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { CostAnswer } from '@backstage-itam/plugin-itam-common';
import { renderOnFixtures } from '../__testUtils__/renderOnFixtures';
import { costsFor, noCosts, responseError, serviceEntity } from '../fixtures';
import { EntityCostCard } from './EntityCostCard';

const render = (options: Parameters<typeof renderOnFixtures>[1] = {}) =>
  renderOnFixtures(<EntityCostCard />, { entity: serviceEntity, ...options });

describe('EntityCostCard', () => {
  it('shows the month, its change in words, categories, records and coverage', async () => {
    render();
    const card = await screen.findByRole('region', { name: 'Cost' });
    expect(
      await within(card).findByText('€4.16 more than Sep 2026'),
    ).toBeVisible();
    expect(
      within(card)
        .getByRole('link', { name: '€4.16 more than Sep 2026' })
        .getAttribute('href'),
    ).toBe(
      '/it-assets/finance/compare?of=component%3Adefault%2Fpayments-api&basis=used&from=2026-10&to=2026-10&baseFrom=2026-09&baseTo=2026-09',
    );
    const categories = within(card).getByRole('list', { name: 'By category' });
    expect(
      within(categories)
        .getAllByRole('listitem')
        .map(item => item.textContent),
    ).toEqual([
      'Licences€6,899.82',
      'Contracts€2,960.00',
      'Depreciation€2,310.40',
      'Charges€310.00',
    ]);
    expect(
      within(card).getByRole('link', { name: 'GitHub Enterprise Cloud' }),
    ).toHaveAttribute(
      'href',
      '/it-assets/records/license/default/github-enterprise',
    );
    expect(
      within(card).getByText(
        'Covers 23 of 26 records: 2 without price, 1 rate missing, 1 reference unknown.',
      ),
    ).toBeVisible();
    expect(
      within(card).getByRole('link', { name: 'See all →' }),
    ).toHaveAttribute(
      'href',
      '/catalog/default/component/payments-api/assets-cost',
    );
  });

  it('gives the trend as a table to screen readers', async () => {
    render();
    const trend = await screen.findByRole('table', {
      name: 'Cost by month, Nov 2025 to Oct 2026',
    });
    expect(within(trend).getAllByRole('row')).toHaveLength(12);
    expect(
      within(trend).getByRole('row', { name: 'Oct 2026 €12,480.22' }),
    ).toBeInTheDocument();
  });

  it('says what is converted and with the rate of which day', async () => {
    render();
    await userEvent.click(
      await screen.findByRole('button', {
        name: 'Includes $5,250.00, converted',
      }),
    );
    const details = await screen.findByRole('dialog');
    expect(details).toHaveTextContent(
      '$5,250.00$1.1582 for €1 on Oct 23, 2026, provisional',
    );
    expect(details).toHaveTextContent('not converted');
  });

  it('names both rates when neither currency is the euro', async () => {
    const inDollars: Partial<CostAnswer> = {
      reportingCurrency: 'USD',
      total: {
        booked: [
          { currency: 'GBP', months: ['90.00'], total: '90.00' },
          { currency: 'EUR', months: ['10.00'], total: '10.00' },
          { currency: 'ARS', months: ['1.00'], total: '1.00' },
        ],
        converted: { currency: 'USD', months: ['120.00'], total: '120.00' },
      },
      months: ['2026-10'],
      rates: [
        ['GBP', '0.87245'],
        ['USD', '1.1'],
      ].map(([currency, unitsPerEuro]) => ({
        month: '2026-10',
        currency,
        unitsPerEuro,
        date: '2026-10-30',
        quality: 'final',
      })),
    };
    render({
      api: {
        getCosts: async query => ({
          ...costsFor(query),
          groups: [],
          ...inDollars,
        }),
      },
    });
    await userEvent.click(
      await screen.findByRole('button', {
        name: 'Includes 3 other currencies, converted',
      }),
    );
    const lines = within(await screen.findByRole('dialog'))
      .getAllByRole('listitem')
      .map(line => line.textContent);
    expect(lines).toEqual([
      '£90.00£0.87245 for €1 on Oct 30, 2026, final$1.10 for €1 on Oct 30, 2026, final',
      '€10.00$1.10 for €1 on Oct 30, 2026, final',
      'ARS\u00a01.00No rate: not in the total',
    ]);
  });

  it('asks for the month in the address', async () => {
    const getCosts = jest.fn(async query => costsFor(query));
    render({ address: '/?month=2026-08', api: { getCosts } });
    await screen.findByText('Largest records');
    expect(getCosts).toHaveBeenCalledWith({
      of: 'component:default/payments-api',
      by: 'category',
      from: '2025-09',
      to: '2026-08',
    });
  });

  it('puts the chosen month into the address', async () => {
    render();
    await userEvent.click(
      await screen.findByRole('button', { name: /Month of the cost/ }),
    );
    await userEvent.click(
      await screen.findByRole('option', { name: 'Jul 2026' }),
    );
    expect(screen.getByTestId('address')).toHaveTextContent('?month=2026-07');
  });

  it('says how to register when there is nothing', async () => {
    render({ api: { getCosts: async () => noCosts } });
    expect(
      await screen.findByText('Nothing registered for this service yet'),
    ).toBeVisible();
    expect(
      screen.getByText(/ref: component:default\/payments-api/),
    ).toBeVisible();
  });

  it('says whom to ask when the reader may not see the cost', async () => {
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
    expect(screen.queryByText(/€/)).not.toBeInTheDocument();
  });

  it('says when the register does not know the service yet', async () => {
    render({
      api: {
        getCosts: async () => {
          throw await responseError(404, 'Not found');
        },
      },
    });
    expect(
      await screen.findByText(/The register does not know Payments API yet/),
    ).toBeVisible();
  });

  it('offers another try after an error', async () => {
    const getCosts = jest
      .fn(async query => costsFor(query))
      .mockRejectedValueOnce(await responseError(500, 'No database'));
    render({ api: { getCosts } });
    expect(await screen.findByRole('alert')).toHaveTextContent('No database');
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('Largest records')).toBeVisible();
  });

  it('announces that it is loading', async () => {
    render({ api: { getCosts: () => new Promise(() => {}) } });
    expect(await screen.findByText('Loading')).toBeInTheDocument();
    expect(screen.getByRole('region', { name: 'Cost' })).toHaveAttribute(
      'aria-busy',
      'true',
    );
  });
});
