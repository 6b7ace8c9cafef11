import { HomePageWidgetBlueprint } from '@backstage/plugin-home-react/alpha';
import { createExtensionTester } from '@backstage/frontend-test-utils';
import type { RecordQuery } from '@backstage-itam/plugin-itam-common';
import { screen, within } from '@testing-library/react';
import { renderOnFixtures } from '../__testUtils__/renderOnFixtures';
import { fixtureApi, noRenewals, responseError } from '../fixtures';
import { MyAssets } from './MyAssets';
import { RenewalsAhead } from './RenewalsAhead';
import { TeamSpend } from './TeamSpend';
import { homeWidgets } from './widgets';

describe('widgets of a home page', () => {
  it('are offered with title, description and size', () => {
    const [renewals, myAssets, teamSpend] = homeWidgets;
    const { widget } = HomePageWidgetBlueprint.dataRefs;
    const offered = [
      createExtensionTester(renewals).get(widget),
      createExtensionTester(myAssets).get(widget),
      createExtensionTester(teamSpend).get(widget),
    ];
    expect(offered.map(({ title }) => title)).toEqual([
      'Renewals ahead',
      'What I hold',
      "My teams' spend",
    ]);
    for (const { description, layout } of offered) {
      expect(description).toBeTruthy();
      expect(layout?.width?.minColumns).toBe(4);
    }
  });

  it('show what has to be renewed, the next first', async () => {
    renderOnFixtures(<RenewalsAhead />);
    const list = await screen.findByRole('list', { name: 'Renewals ahead' });
    const [first] = within(list).getAllByRole('listitem');
    expect(first).toHaveTextContent('GitHub order 2026Notice by Nov 1, 2026');
    expect(
      within(first).getByRole('link', { name: 'GitHub order 2026' }),
    ).toHaveAttribute(
      'href',
      '/it-assets/records/contract/default/github-2026',
    );
    expect(
      screen.getByRole('link', {
        name: /^All renewals \(\d+ within 90 days\)$/,
      }),
    ).toHaveAttribute('href', '/it-assets/contracts');
  });

  it('say that nothing has to be renewed', async () => {
    renderOnFixtures(<RenewalsAhead />, {
      api: { listRenewals: async () => noRenewals },
    });
    expect(
      await screen.findByText(/No term ends and no notice is due/),
    ).toBeVisible();
  });

  it('show what the reader holds, and how much there is', async () => {
    const { items } = await fixtureApi().listRecords({});
    const listRecords = jest.fn(async (_query?: RecordQuery) => ({
      items: items.slice(0, 2),
      totalItems: 5,
    }));
    renderOnFixtures(<MyAssets />, { api: { listRecords } });
    const list = await screen.findByRole('list', { name: 'What I hold' });
    expect(within(list).getAllByRole('listitem')).toHaveLength(2);
    expect(listRecords.mock.calls[0][0]).toMatchObject({
      assignee: expect.stringMatching(/^user:/),
    });
    expect(
      screen.getByRole('link', { name: 'All in the register (5)' }),
    ).toHaveAttribute('href', expect.stringContaining('assignee=user'));
  });

  it('say that nothing is assigned, or why it is not visible', async () => {
    const { unmount } = renderOnFixtures(<MyAssets />, {
      api: { listRecords: async () => ({ items: [], totalItems: 0 }) },
    });
    expect(
      await screen.findByText('Nothing is assigned to you.'),
    ).toBeVisible();
    unmount();
    renderOnFixtures(<MyAssets />, {
      api: {
        listRecords: async () => {
          throw await responseError(500, 'The disk is full');
        },
      },
    });
    expect(await screen.findByText(/The disk is full/)).toBeVisible();
    expect(screen.getByRole('button', { name: 'Try again' })).toBeVisible();
  });

  it('show what the teams of the reader spend, not those hidden from them', async () => {
    renderOnFixtures(<TeamSpend />, {
      ownership: [
        'user:default/guest',
        'group:default/payments',
        'group:default/b',
      ],
      api: {
        queryCosts: async query => ({
          items: [
            ...(await fixtureApi().queryCosts({ of: [query.of[0]] })).items,
            { of: query.of[1], error: 'not-allowed' as const },
          ],
        }),
      },
    });
    const team = await screen.findByRole('region', { name: /payments/i });
    expect(team).toHaveTextContent('€12,480.22');
    expect(
      within(team).getByRole('link', { name: /payments/i }),
    ).toHaveAttribute(
      'href',
      '/it-assets/ownership?of=group%3Adefault%2Fpayments',
    );
    expect(screen.queryByRole('region', { name: 'b' })).not.toBeInTheDocument();
  });

  it('show the figure alone of each of several teams, and lead to all', async () => {
    const refs = ['group:default/payments', 'group:default/checkout'];
    renderOnFixtures(<TeamSpend />, {
      ownership: refs,
      api: {
        queryCosts: async () => {
          const { items } = await fixtureApi().queryCosts({ of: [refs[0]] });
          return {
            items: refs.map(of => ({
              of,
              costs: items[0].costs && {
                ...items[0].costs,
                of: { ...items[0].costs.of, ref: of, title: of },
              },
            })),
          };
        },
      },
    });
    expect(
      await screen.findByRole('region', { name: refs[1] }),
    ).toHaveTextContent('€12,480.22');
    expect(screen.queryByRole('table')).not.toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: 'All my teams (2)' }),
    ).toHaveAttribute('href', '/it-assets/ownership');
  });

  it('show the rows that fit whole into the card, and more when it grows', async () => {
    let cardHeight = 50;
    const resized: (() => void)[] = [];
    jest.spyOn(globalThis, 'ResizeObserver').mockImplementation(callback => {
      const observer = { observe() {}, unobserve() {}, disconnect() {} };
      resized.push(() => callback([], observer));
      return observer;
    });
    jest
      .spyOn(Element.prototype, 'getBoundingClientRect')
      .mockImplementation(function rect(this: Element) {
        const rows = [...(this.parentElement?.children ?? [])];
        const bottom =
          this.tagName === 'LI' ? 20 * (rows.indexOf(this) + 1) : cardHeight;
        return {
          ...{ x: 0, y: 0, top: 0, left: 0, width: 100, right: 100 },
          ...{ bottom, height: bottom, toJSON: () => ({}) },
        };
      });
    const { items } = await fixtureApi().listRecords({});
    renderOnFixtures(<MyAssets />, {
      api: {
        listRecords: async () => ({ items, totalItems: items.length }),
      },
    });
    await screen.findByRole('list');
    expect(items.length).toBeGreaterThan(2);
    expect(screen.getAllByRole('listitem')).toHaveLength(2);
    cardHeight = 80;
    resized.forEach(tell => tell());
    expect(screen.getAllByRole('listitem')).toHaveLength(items.length);
    jest.restoreAllMocks();
  });

  it('say that no team has a visible cost', async () => {
    renderOnFixtures(<TeamSpend />);
    expect(
      await screen.findByText('None of your teams has a cost you may see.'),
    ).toBeVisible();
  });
});
