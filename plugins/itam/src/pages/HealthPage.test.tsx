import { screen, within } from '@testing-library/react';
import { renderOnFixtures } from '../__testUtils__/renderOnFixtures';
import { healthyRegister, responseError } from '../fixtures';
import { HealthPage } from './HealthPage';

describe('HealthPage', () => {
  it('shows every problem of a rejected file on its own line, with the file', async () => {
    renderOnFixtures(<HealthPage />);
    const rejection = await screen.findByRole('article', {
      name: 'asset:default/broken-laptop',
    });
    expect(
      within(rejection)
        .getAllByRole('listitem')
        .map(item => item.textContent),
    ).toEqual([
      'spec.serialNumber: found the number 12, expected text; quote it',
      "spec.warranty.until: '2026-02-30' is not a calendar date",
      'spec.financials.purchase.currency: not an ISO 4217 currency code',
    ]);
    expect(within(rejection).getByRole('link')).toHaveAttribute(
      'href',
      'https://example.com/it/laptops.yaml',
    );
  });

  it('shows alarm, conflicts, what waits, and the age of the data', async () => {
    renderOnFixtures(<HealthPage />);
    expect(await screen.findByText('Nothing was retired')).toBeVisible();
    expect(
      screen.getByRole('article', { name: 'asset:default/rack-14' }),
    ).toHaveTextContent('Also declares it');
    expect(
      screen.getByRole('row', { name: /asset:default\/new-switch/ }),
    ).toBeVisible();
    expect(
      screen.getByRole('region', { name: 'Age of the data' }),
    ).toHaveTextContent('2 minutes ago, 412 entities');
  });

  it('says so when all is well', async () => {
    renderOnFixtures(<HealthPage />, {
      api: { getHealth: async () => healthyRegister },
    });
    expect(
      await screen.findByText(
        'Everything that was delivered is in the register.',
      ),
    ).toBeVisible();
    expect(screen.getByText('No declaration is rejected.')).toBeVisible();
  });

  it('marks data that is out of date, with the last error', async () => {
    renderOnFixtures(<HealthPage />, {
      api: {
        getHealth: async () => ({
          ...healthyRegister,
          projection: { nodes: 0, stale: true, lastError: 'no catalog' },
        }),
      },
    });
    const age = await screen.findByRole('region', {
      name: 'Age of the data',
    });
    expect(age).toHaveTextContent('Out of date');
    expect(age).toHaveTextContent('Last error: no catalog');
    expect(age).toHaveTextContent('never');
  });

  it('says when it may not be seen', async () => {
    renderOnFixtures(<HealthPage />, {
      api: {
        getHealth: async () => {
          throw await responseError(403, 'Not allowed');
        },
      },
    });
    expect(await screen.findByText(/You may not see the health/)).toBeVisible();
  });
});
