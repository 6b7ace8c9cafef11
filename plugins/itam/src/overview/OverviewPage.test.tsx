import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderOnFixtures } from '../__testUtils__/renderOnFixtures';
import {
  costsFor,
  countedFindings,
  fixtureApi,
  responseError,
} from '../fixtures';
import { OverviewPage } from './OverviewPage';

const render = (options: Parameters<typeof renderOnFixtures>[1] = {}) =>
  renderOnFixtures(<OverviewPage />, {
    ...options,
    api: { findings: countedFindings, ...options.api },
  });
const panel = (name: string) => screen.findByRole('region', { name });
const hrefOf = (element: HTMLElement, name: string | RegExp) =>
  within(element).getByRole('link', { name }).getAttribute('href');
const refuseEverything = async (query: { of: string }) => {
  if (query.of === 'all') {
    throw await responseError(403, 'no');
  }
  return costsFor(query);
};

describe('the overview', () => {
  it('shows the spend of the month and of twelve, each leading to its list', async () => {
    render();
    const spend = await panel('Spend by month');
    await within(spend).findByText('€12,480.22');
    expect(hrefOf(spend, '€12,480.22')).toBe(
      '/it-assets/finance?of=all&basis=owned&from=2026-10&to=2026-10',
    );
    expect(hrefOf(spend, '€123,208.10')).toBe(
      '/it-assets/finance?of=all&basis=owned&from=2025-11&to=2026-10',
    );
    expect(within(spend).getByText('Depreciation')).toBeVisible();
  });

  it('ranks owners and suppliers, the largest first, without linking what is no supplier', async () => {
    render({
      api: {
        getCosts: async query => {
          const answer = costsFor(query);
          const [small, large] = answer.groups;
          return query.by === 'supplier'
            ? {
                ...answer,
                groups: [
                  { ...answer.groups[3], key: 'none', title: '' },
                  { ...small, key: 'github', title: 'GitHub' },
                  { ...large, key: 'datadog', title: 'Datadog' },
                ],
              }
            : answer;
        },
      },
    });
    const suppliers = await panel('Spend by supplier');
    await within(suppliers).findByText('GitHub');
    expect(
      within(suppliers)
        .getAllByRole('listitem')
        .map(item => item.textContent?.replace(/€.*/, '')),
    ).toEqual(['GitHub', 'Datadog', 'None named']);
    expect(hrefOf(suppliers, 'GitHub')).toBe(
      '/it-assets/finance?of=supplier%3Agithub&basis=owned',
    );
    expect(
      within(suppliers).queryByRole('link', { name: 'None named' }),
    ).not.toBeInTheDocument();
  });

  it('says what comes up in 30, 60 and 90 days', async () => {
    const listRenewals = jest.fn(fixtureApi().listRenewals);
    render({ api: { listRenewals } });
    const ahead = await panel('Renewals ahead');
    await within(ahead).findByRole('link', { name: '30 days' });
    expect(hrefOf(ahead, '60 days')).toBe('/it-assets/contracts?days=60');
    const days = listRenewals.mock.calls.map(([query]) =>
      Math.round(
        (Date.parse(query?.to ?? '') - Date.parse(query?.from ?? '')) /
          86_400_000,
      ),
    );
    expect(days).toEqual([30, 60, 90]);
    expect(ahead).toHaveTextContent('30 days4€17,520.00$132,300.00');
  });

  it('leads to products that are short and to those nobody uses', async () => {
    render();
    const licences = await panel('Licence risk and waste');
    await within(licences).findByText('Too few licences');
    const [short, unused] = within(licences)
      .getAllByRole('link', { name: /products?$/ })
      .map(link => link.getAttribute('href'));
    expect(short).toBe(
      '/it-assets/licences?state=short&sort=trueUp&order=desc',
    );
    expect(unused).toBe(
      '/it-assets/licences?state=unused&sort=waste&order=desc',
    );
  });

  it('counts records by stage and findings by severity, each leading to its list', async () => {
    render();
    const stages = await panel('Life cycle');
    await within(stages).findByText('Maintenance');
    expect(hrefOf(stages, 'Maintenance')).toBe(
      '/it-assets/records?kind=Asset&stage=maintenance',
    );
    expect(hrefOf(stages, '17')).toBe('/it-assets/records?kind=License');
    const findings = await panel('Open findings');
    await within(findings).findByText('Problems');
    expect(hrefOf(findings, '4')).toBe(
      '/it-assets/audits/findings?severity=error',
    );
    // Areas by how much is wrong; those without findings are left out.
    expect(
      within(findings)
        .getAllByRole('listitem')
        .map(item => item.textContent),
    ).toEqual(['Ownership10', 'Financial7', 'Shadow IT4']);
    expect(findings).toHaveTextContent('2 changes are not looked at yet.');
  });

  it('shows their own team to who may not see everything, and says so', async () => {
    const listRenewals = jest.fn(fixtureApi().listRenewals);
    render({
      ownership: ['user:default/erin', 'group:default/payments'],
      api: {
        getCosts: refuseEverything,
        listRenewals,
        queryCosts: async query => ({
          items: query.of.map(of => ({ of, costs: costsFor({ of }) })),
        }),
      },
    });
    expect(
      await screen.findByText(/These are the figures of payments/i),
    ).toBeVisible();
    const stages = await panel('Life cycle');
    await within(stages).findByText('Maintenance');
    expect(hrefOf(stages, 'Maintenance')).toBe(
      '/it-assets/records?kind=Asset&stage=maintenance&owner=group%3Adefault%2Fpayments',
    );
    await within(await panel('Renewals ahead')).findByText('30 days');
    for (const [query] of listRenewals.mock.calls) {
      expect(query?.owner).toBe('group:default/payments');
    }
    // With one team there is nothing to choose.
    expect(
      screen.queryByRole('button', { name: /Team/ }),
    ).not.toBeInTheDocument();
  });

  it('takes the team the address names among several', async () => {
    render({
      address: '/?of=group:default/checkout',
      ownership: ['group:default/payments', 'group:default/checkout'],
      api: { getCosts: refuseEverything },
    });
    expect(
      await screen.findByText(/These are the figures of checkout/i),
    ).toBeVisible();
    expect(screen.getByRole('button', { name: /Team/ })).toBeVisible();
  });

  it('shows records to who may see no cost at all', async () => {
    render({
      api: {
        getCosts: async () => {
          throw await responseError(403, 'no');
        },
      },
    });
    const spend = await panel('Spend by month');
    expect(
      await within(spend).findByText(/none of your teams has a cost/),
    ).toBeVisible();
    const stages = await panel('Life cycle');
    expect(await within(stages).findByText('Maintenance')).toBeVisible();
  });

  it('lets each panel fail and be tried again on its own', async () => {
    const countRecords = jest
      .fn(fixtureApi().countRecords)
      .mockRejectedValueOnce(await responseError(500, 'The disk is full'));
    render({ api: { countRecords } });
    const stages = await panel('Life cycle');
    expect(await within(stages).findByText(/The disk is full/)).toBeVisible();
    expect(
      await within(await panel('Spend by month')).findByText('€12,480.22'),
    ).toBeVisible();
    await userEvent.click(
      within(stages).getByRole('button', { name: 'Try again' }),
    );
    expect(await within(stages).findByText('Maintenance')).toBeVisible();
  });
});
