import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { RecordDetail } from '@backstage-itam/plugin-itam-common';
import { renderOnFixtures } from '../__testUtils__/renderOnFixtures';
import {
  assetDetail,
  assetWithoutMoney,
  contractDetail,
  fixtureFindings,
  licenseDetail,
  noFindings,
  responseError,
} from '../fixtures';
import { RecordView } from './RecordView';

const render = (detail: RecordDetail, inCatalogPage = false) =>
  renderOnFixtures(
    <RecordView recordRef={detail.record.ref} inCatalogPage={inCatalogPage} />,
    { api: { getRecord: async () => detail } },
  );
const panel = (name: string) => screen.findByRole('region', { name });

describe('an asset', () => {
  it('shows stage, identity, people and services', async () => {
    render(assetDetail);
    expect(
      await screen.findByRole('heading', {
        name: 'Payments database cluster EU1',
      }),
    ).toBeVisible();
    const lifecycle = await panel('Life cycle');
    expect(
      within(lifecycle).getByText('current stage').closest('li'),
    ).toHaveTextContent('Maintenance');
    expect(lifecycle).toHaveTextContent(
      'Possible next: Decommission, Deployment',
    );
    expect(await panel('Identity')).toHaveTextContent('Serial number0012');
    expect(await panel('Identity')).not.toHaveTextContent('Version');
    const people = await panel('Owner & services');
    expect(
      within(people).getByRole('row', { name: 'Payments API 60%' }),
    ).toBeVisible();
    expect(
      within(people).getByRole('row', {
        name: 'old-ledger not in the catalog 25.5%',
      }),
    ).toBeVisible();
  });

  it('shows the open findings of the policies, and what only the record says', async () => {
    renderOnFixtures(<RecordView recordRef={assetDetail.record.ref} />, {
      api: {
        findings: fixtureFindings(),
        getRecord: async () => ({
          ...assetDetail,
          findings: [
            ...assetDetail.findings,
            {
              rule: 'leased-and-bought',
              message: 'It counts twice',
              severity: 'warning',
            },
          ],
        }),
      },
    });
    expect(
      await screen.findByText(/^Warning: The warranty ends on Mar 31, 2027/),
    ).toBeVisible();
    expect(
      screen.getByRole('link', { name: 'Details: Warranty ends soon' }),
    ).toHaveAttribute(
      'href',
      '/it-assets/audits/findings?record=asset%3Adefault%2Fpayments-db-eu1&finding=22',
    );
    expect(screen.getByText('Warning: It counts twice')).toBeVisible();
    // A policy says it, in its own words.
    expect(
      screen.queryByText('Warning: The warranty ends within six months.'),
    ).not.toBeInTheDocument();
  });

  it('says that its findings could not be read, and shows the rest', async () => {
    renderOnFixtures(<RecordView recordRef={assetDetail.record.ref} />, {
      api: {
        findings: {
          ...noFindings,
          list: async () => {
            throw await responseError(500, 'Out of order');
          },
        },
        getRecord: async () => assetDetail,
      },
    });
    expect(
      await screen.findByText('The register answered: Out of order'),
    ).toBeVisible();
    expect(await panel('Life cycle')).toBeVisible();
  });

  it('shows cost and book value, also as a table', async () => {
    render(assetDetail);
    const cost = await panel('Cost');
    expect(await within(cost).findByText('/ month')).toBeVisible();
    expect(cost).toHaveTextContent('€12,480.22 / month');
    const book = within(cost).getByRole('region', { name: 'Book value' });
    expect(book).toHaveTextContent('Book value now€10,145.48');
    await userEvent.click(
      within(book).getByRole('button', { name: 'Show as table' }),
    );
    expect(
      within(book).getByRole('row', {
        name: 'Mar 2028 €479.15 €2,000.00',
      }),
    ).toBeVisible();
  });

  it('shows no amount to a reader who may not see money', async () => {
    const { baseElement } = render(assetWithoutMoney);
    expect(
      await screen.findByText(/You may not see what this costs/),
    ).toBeVisible();
    expect(baseElement).not.toHaveTextContent('€');
    expect(baseElement).not.toHaveTextContent('PO-1182');
  });

  it('follows only safe addresses', async () => {
    render(assetDetail);
    const documents = await panel('Documents');
    expect(within(documents).getByRole('link')).toHaveAttribute(
      'href',
      'https://example.com/invoice.pdf',
    );
    expect(within(documents).getByText('Not a link')).toBeVisible();
  });

  it('leads to its source and its catalog page', async () => {
    render(assetDetail);
    expect(
      await screen.findByRole('link', { name: 'Edit source' }),
    ).toHaveAttribute(
      'href',
      'https://example.com/payments/edit/catalog-info.yaml',
    );
    expect(
      screen.getByRole('link', { name: 'Open in the catalog' }),
    ).toHaveAttribute('href', '/catalog/default/asset/payments-db-eu1');
  });

  it('leaves title and description to its catalog page', async () => {
    render(assetDetail, true);
    expect(
      await screen.findByRole('link', { name: 'Open in IT Assets' }),
    ).toHaveAttribute(
      'href',
      '/it-assets/records/asset/default/payments-db-eu1',
    );
    expect(
      screen.queryByRole('heading', { name: 'Payments database cluster EU1' }),
    ).not.toBeInTheDocument();
  });
});

describe('a licence', () => {
  it('shows its position and what making good would cost', async () => {
    render(licenseDetail);
    const position = await panel('Licence position');
    expect(position).toHaveTextContent('12 short');
    expect(
      within(position).getByRole('img', {
        name: '262 of 250 used',
      }),
    ).toBeVisible();
    expect(position).toHaveTextContent('$756.00');
    expect(position).toHaveTextContent('Named user');
    expect(
      within(await panel('Seats')).getByRole('row', { name: /Rita Ortiz/ }),
    ).toHaveTextContent('No use measured');
    expect(await panel('Charges')).toHaveTextContent('$21.00 per unit');
  });

  it.each([
    [{ balance: 3, consumed: 247 }, '3 free'],
    [{ balance: 0, consumed: 250 }, 'Exactly used'],
    [{ balance: undefined, consumed: undefined }, 'Use is not measured.'],
    [{ applicable: false }, 'No position'],
  ])('says %j in words', async (change, words) => {
    render({
      ...licenseDetail,
      position: {
        metric: 'named-user',
        applicable: true,
        entitled: 250,
        ...change,
      },
    });
    expect(await panel('Licence position')).toHaveTextContent(words);
  });

  it('pages long lists of seats of a licence without a pool', async () => {
    render({
      ...licenseDetail,
      position: {
        metric: 'named-user',
        applicable: false,
        entitled: 60,
        consumed: 60,
        balance: 0,
        seats: Array.from({ length: 60 }, (_, index) => ({
          to: { ref: `user:default/u${index}`, resolved: true },
        })),
      },
    });
    const seats = await panel('Seats');
    expect(within(seats).getAllByRole('row')).toHaveLength(26);
    await userEvent.click(within(seats).getByRole('button', { name: 'Next' }));
    expect(within(seats).getByText('26 – 50 / 60')).toBeVisible();
    expect(within(seats).getByRole('link', { name: 'u25' })).toBeVisible();
  });
});

describe('a contract', () => {
  it('shows term, notice, next terms, charges and what it covers', async () => {
    render(contractDetail);
    const term = await panel('Term');
    expect(term).toHaveTextContent(
      'Term from Jan 1, 2026 to Dec 31, 2026, Notice by Nov 1, 2026',
    );
    expect(term).toHaveTextContent('Automatic, 12 months, plus 5%');
    expect(term).toHaveTextContent('60 days');
    expect(
      within(term).getByRole('row', {
        name: 'Jan 1, 2027 – Dec 31, 2027 $66,150.00',
      }),
    ).toBeVisible();
    expect(await panel('Charges')).toHaveTextContent('$63,000.00Every year');
    expect(await panel('Covers')).toHaveTextContent(
      'runner-pool not in the catalog',
    );
  });

  it('has no column of amounts without amounts', async () => {
    render({
      ...contractDetail,
      renewal: {
        state: 'active',
        start: '2026-01-01',
        next: [{ start: '2027-01-01', end: '2027-12-31' }],
      },
    });
    const term = await panel('Term');
    expect(term).toHaveTextContent('Jan 1, 2026, open ended');
    expect(within(term).queryByText('Amount')).not.toBeInTheDocument();
  });
});

it.each([
  [404, /There is no record asset:default\/x/],
  [403, /You may not see these records/],
  [500, /The register answered: broken/],
])('says what a %i means', async (status, words) => {
  renderOnFixtures(<RecordView recordRef="asset:default/x" />, {
    api: {
      getRecord: async () => {
        throw await responseError(status, 'broken');
      },
    },
  });
  expect(await screen.findByText(words)).toBeVisible();
});
