import type {
  ItamApi,
  LicensePositionRange,
} from '@backstage-itam/plugin-itam-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { DateTime } from 'luxon';
import {
  renderOnFixtures,
  toldTasks,
} from '../../__testUtils__/renderOnFixtures';
import {
  licenseDetail,
  licensePositionRange,
  responseError,
} from '../../fixtures';
import { LicencesPage } from '../LicencesPage';

const ENTERPRISE = 'license:default/github-enterprise';
const CONTRACTORS = 'license:default/github-enterprise-2';
const daysAgo = (days: number) =>
  DateTime.utc().minus({ days }).toFormat('yyyy-MM-dd');

const seat = (
  id: number,
  name: string,
  license: string,
  lastUsed: number,
): LicensePositionRange['holders'][number] => ({
  id,
  holder: { ref: `user:default/${name}`, title: name, resolved: true },
  license,
  from: daysAgo(400),
  lastUsed: daysAgo(lastUsed),
  reclaimable: lastUsed >= 90,
});
const range: LicensePositionRange = {
  ...licensePositionRange,
  holders: [
    seat(11, 'Ada', ENTERPRISE, 200),
    seat(12, 'Ben', ENTERPRISE, 120),
    seat(13, 'Cleo', CONTRACTORS, 100),
    seat(14, 'Dora', ENTERPRISE, 40),
    seat(15, 'Emil', CONTRACTORS, 2),
  ],
};
const rights = { update: true, delete: true, transition: false, assign: true };

function renderPool(
  api: Partial<ItamApi> = {},
  more = '',
  mayChange: (ref: string) => boolean = () => true,
) {
  renderOnFixtures(<LicencesPage />, {
    address: `/?pool=${ENTERPRISE}${more}`,
    api: {
      getLicensePositionRange: async () => range,
      getRecord: async ref => ({
        ...licenseDetail,
        record: {
          ...licenseDetail.record,
          ref,
          title: ref === ENTERPRISE ? 'Enterprise' : 'Contractors',
          version: ref === ENTERPRISE ? 4 : 9,
        },
        rights: { ...rights, assign: mayChange(ref) },
      }),
      ...api,
    },
  });
}
const address = () => screen.getByTestId('address').textContent;
const table = () => screen.findByRole('table', { name: 'Holders' });
const names = async () =>
  within(await table())
    .getAllByRole('rowheader')
    .map(cell => cell.textContent);
const selectAll = async (number: number) =>
  await userEvent.click(
    await screen.findByRole('checkbox', {
      name: `Select all ${number} seats shown`,
    }),
  );

describe('seats of a pool', () => {
  it('are narrowed to those nobody used for some days; the address holds it', async () => {
    renderPool();
    expect(await names()).toEqual(['Ada', 'Ben', 'Cleo', 'Dora', 'Emil']);
    await userEvent.click(
      screen.getByRole('switch', {
        name: 'Only seats not used for 90 days',
      }),
    );
    await waitFor(() => expect(address()).toMatch(/unused=90$/));
    expect(await names()).toEqual(['Ada', 'Ben', 'Cleo']);
    const days = screen.getByRole('textbox', { name: 'Not used for (days)' });
    await userEvent.clear(days);
    await userEvent.type(days, '150{Enter}');
    await waitFor(() => expect(address()).toMatch(/unused=150$/));
    expect(await names()).toEqual(['Ada']);
  });

  it('are reclaimed together, one request for each licence, with what it saves', async () => {
    const returnAssignments = jest.fn(async () => licenseDetail);
    renderPool({ returnAssignments }, '&unused=90');
    await selectAll(3);
    await userEvent.click(
      screen.getByRole('button', { name: 'Reclaim 3 seats' }),
    );
    const dialog = within(await screen.findByRole('dialog'));
    expect(dialog.getByText('Reclaim 3 seats?')).toBeVisible();
    expect(
      dialog.getByText(
        'At $21.00 per seat and month that is $63.00 a month, $756.00 a year.',
      ),
    ).toBeVisible();
    expect(dialog.getByText('Enterprise: 2')).toBeVisible();
    await userEvent.type(
      dialog.getByRole('textbox', { name: /Reason/ }),
      'Nobody uses them',
    );
    expect(returnAssignments).not.toHaveBeenCalled();
    await userEvent.click(
      dialog.getByRole('button', { name: 'Reclaim 3 seats' }),
    );
    expect(await screen.findByText('3 seats were reclaimed.')).toBeVisible();
    const date = daysAgo(1);
    const note = 'Nobody uses them';
    expect(returnAssignments.mock.calls).toEqual([
      [ENTERPRISE, { ids: [11, 12], date, note }, 4],
      [CONTRACTORS, { ids: [13], date, note }, 9],
    ]);
    expect(toldTasks()).toEqual([
      {
        action: 'itam-reclaim',
        subject: 'seats',
        value: 3,
        attributes: { licences: 2 },
      },
    ]);
  });

  it('says which licence somebody changed meanwhile and keeps the others', async () => {
    renderPool(
      {
        returnAssignments: async ref => {
          if (ref === ENTERPRISE) {
            throw await responseError(412, 'stale');
          }
          return licenseDetail;
        },
      },
      '&unused=90',
    );
    await selectAll(3);
    await userEvent.click(
      screen.getByRole('button', { name: 'Reclaim 3 seats' }),
    );
    await userEvent.click(
      within(await screen.findByRole('dialog')).getByRole('button', {
        name: 'Reclaim 3 seats',
      }),
    );
    expect(await screen.findByText('1 seat was reclaimed.')).toBeVisible();
    expect(screen.getByRole('alert')).toHaveTextContent(
      'Not reclaimed of Enterprise: somebody changed it meanwhile. Look at it again.',
    );
  });

  it('are only chosen where they can be changed here', async () => {
    renderPool({}, '', ref => ref === CONTRACTORS);
    await selectAll(2);
    expect(
      screen.getByRole('button', { name: 'Reclaim 2 seats' }),
    ).toBeEnabled();
    expect(
      screen.getByRole('checkbox', { name: 'Select the seat of Cleo' }),
    ).toBeChecked();
    expect(
      screen.queryByRole('checkbox', { name: 'Select the seat of Ada' }),
    ).not.toBeInTheDocument();
    expect(screen.getByText(/The licence is declared in a file/)).toBeVisible();
  });

  it('does not reclaim what a filter has hidden since', async () => {
    renderPool();
    await selectAll(5);
    await userEvent.click(screen.getByRole('switch'));
    expect(
      await screen.findByRole('button', { name: 'Reclaim 3 seats' }),
    ).toBeVisible();
  });

  it('cannot be changed by who only reads', async () => {
    renderPool({}, '', () => false);
    await table();
    await screen.findByText(/2 of these licences are declared in files/);
    expect(screen.queryByRole('checkbox')).not.toBeInTheDocument();
    expect(
      screen.queryByRole('button', { name: /Reclaim|Assign/ }),
    ).not.toBeInTheDocument();
  });

  it('have no price for who may not see it', async () => {
    renderPool(
      {
        getLicensePositionRange: async () => ({
          ...range,
          pool: { ...range.pool, unitPricePerMonth: undefined },
        }),
      },
      '&unused=90',
    );
    await selectAll(3);
    await userEvent.click(
      screen.getByRole('button', { name: 'Reclaim 3 seats' }),
    );
    const dialog = within(await screen.findByRole('dialog'));
    expect(dialog.getByText(/What it saves is unknown/)).toBeVisible();
    expect(dialog.queryByText(/\$/)).not.toBeInTheDocument();
  });

  it('are assigned to somebody named, once', async () => {
    const assignRecord = jest.fn<
      ReturnType<ItamApi['assignRecord']>,
      Parameters<ItamApi['assignRecord']>
    >(async () => licenseDetail);
    renderPool({ assignRecord });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Assign seats' }),
    );
    const dialog = within(await screen.findByRole('dialog'));
    await userEvent.click(
      dialog.getByRole('button', { name: 'Assign 1 seat' }),
    );
    expect(await dialog.findByText('Choose who gets a seat.')).toBeVisible();
    expect(assignRecord).not.toHaveBeenCalled();
    await userEvent.type(
      dialog.getByRole('combobox', { name: /Name or reference/ }),
      'user:default/rita',
    );
    await userEvent.tab();
    expect(await dialog.findByText('rita')).toBeVisible();
    await userEvent.click(
      dialog.getByRole('button', { name: 'Assign 1 seat' }),
    );
    expect(await screen.findByText('1 seat was assigned.')).toBeVisible();
    const [ref, assignment, version, key] = assignRecord.mock.calls[0];
    expect([ref, assignment, version]).toEqual([
      ENTERPRISE,
      { to: ['user:default/rita'], from: daysAgo(0) },
      4,
    ]);
    expect(key).toMatch(/^[0-9a-f]{32}$/);
  });
});
