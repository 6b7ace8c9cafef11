import type { ServiceSoftware } from '@backstage-itam/plugin-itam-common';
import { screen, within } from '@testing-library/react';
import { renderOnFixtures } from '../__testUtils__/renderOnFixtures';
import {
  emptySoftware,
  noSoftware,
  responseError,
  serviceSoftware,
} from '../fixtures';
import { SoftwarePanel } from './SoftwarePanel';

const render = (ofService: () => Promise<ServiceSoftware>) =>
  renderOnFixtures(<SoftwarePanel service="component:default/payments-api" />, {
    api: { software: { ...noSoftware, ofService } },
  });

describe('the software of a service', () => {
  it('is shown by licence, those against the policy first', async () => {
    render(async () => serviceSoftware);
    const table = await screen.findByRole('table', {
      name: 'Software and licences of this service',
    });
    expect(
      within(table)
        .getAllByRole('row')
        .slice(1)
        .map(row => [...row.children].map(cell => cell.textContent)),
    ).toEqual([
      ['AGPL-3.0-only', 'Forbidden', '1', 'ghost-writer 2.1.0'],
      [
        'Apache 2 perhaps Apache-2.0',
        'To review',
        '11',
        'old-log 1.0.0, old-net 1.2.0, old-xml 0.9.1',
      ],
      ['MIT', 'Allowed', '1,250', 'express 4.22.0, knex 3.1.0, luxon 3.5.0'],
    ]);
    expect(
      screen.getByText(/1,?262 components, of revision 4f2a91c, uploaded/),
    ).toBeVisible();
    expect(screen.getByText('Forbidden: 1')).toBeVisible();
    expect(screen.getByText('2 more licences are not shown.')).toBeVisible();
    expect(
      screen.getByRole('link', { name: 'Findings about it' }),
    ).toHaveAttribute(
      'href',
      '/it-assets/audits/findings?kind=Service&record=component%3Adefault%2Fpayments-api',
    );
  });

  it('has its products, with what is behind them and where they were found', async () => {
    render(async () => serviceSoftware);
    const table = await screen.findByRole('table', {
      name: 'Products of this service',
    });
    const [, unknown, known] = within(table).getAllByRole('row');
    expect(unknown).toHaveTextContent(
      /Report Engine 19.3 Reports Ltd.*Unmatched.*nothing/,
    );
    expect(
      within(unknown).getByRole('link', {
        name: '2 devices, 1 bill of materials',
      }),
    ).toHaveAttribute('href', '/it-assets/ownership?of=shadow-it&discovery=4');
    expect(known).toHaveTextContent('Matched');
    expect(within(known).getAllByRole('link')[0]).toHaveAttribute(
      'href',
      '/it-assets/records/license/default/fancy-database',
    );
  });

  it('does not say where else products are to those who may not see it', async () => {
    render(async () => ({
      ...serviceSoftware,
      products: [{ name: 'Report Engine', state: 'unmatched', matches: [] }],
    }));
    expect(await screen.findByText('this bill of materials')).toBeVisible();
    expect(
      screen.queryByRole('link', { name: /devices/ }),
    ).not.toBeInTheDocument();
  });

  it('says how it is uploaded where it was not', async () => {
    render(async () => emptySoftware);
    expect(await screen.findByText('No bill of materials yet')).toBeVisible();
    expect(
      screen.getByText(
        /services\/component\/default\/payments-api\/software\?revision=/,
      ),
    ).toBeVisible();
  });

  it('says that a bill of materials has nothing in it', async () => {
    render(async () => ({
      ...emptySoftware,
      uploadedAt: '2026-11-27T10:00:00.000Z',
    }));
    expect(
      await screen.findByText('The bill of materials names no component.'),
    ).toBeVisible();
  });

  it('offers to try again when it cannot be read', async () => {
    render(async () => {
      throw await responseError(500, 'broken');
    });
    expect(
      await screen.findByRole('button', { name: /try again/i }),
    ).toBeVisible();
  });
});
