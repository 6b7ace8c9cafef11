import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type {
  NewRecord,
  RecordDetail,
  RecordInput,
} from '@backstage-itam/plugin-itam-common';
import { renderOnFixtures } from '../__testUtils__/renderOnFixtures';
import { assetDetail } from '../fixtures/records';
import { RecordsRouter } from '../pages/RecordsRouter';

jest.setTimeout(60_000);

const SERVER = {
  class: 'hardware',
  type: 'server',
  stage: 'maintenance',
  status: 'in-use',
  owner: [
    { ref: 'group:default/payments' },
    { from: '2026-05-15', ref: 'group:default/checkout' },
  ],
  tag: 'HW-1',
  location: 'Berlin',
  inService: '2024-01-15',
  services: [
    { services: [{ ref: 'component:default/payments-api', share: 100 }] },
    {
      from: '2026-05-15',
      services: [{ ref: 'component:default/ledger', share: 40 }],
    },
  ],
  financials: {
    purchase: {
      amount: '1200.00',
      currency: 'EUR',
      date: '2024-01-10',
      booked: { amount: '1300.00', currency: 'USD' },
    },
    costCenter: [
      { costCenter: 'CC-1' },
      { from: '2026-05-15', costCenter: 'CC-2' },
    ],
    depreciation: { method: 'straight-line', months: 48 },
    charges: [
      {
        title: 'Warranty',
        amount: '240.00',
        currency: 'EUR',
        every: 'once',
        from: '2026-01-10',
        spread: { from: '2026-01-10', until: '2027-12-31' },
        prorate: 'day',
      },
    ],
    events: [
      { date: '2025-06-01', kind: 'improvement', amount: '300.00' },
      { date: '2025-07-01', kind: 'life', months: 60 },
    ],
  },
} satisfies RecordDetail['spec'];

const server: RecordDetail = {
  ...assetDetail,
  record: {
    ...assetDetail.record,
    ref: 'asset:default/server',
    title: 'Server',
    origin: 'registered',
    version: 3,
  },
  rights: { update: true, delete: true, transition: true, assign: true },
  spec: SERVER,
};

const press = async (name: string | RegExp) =>
  userEvent.click(await screen.findByRole('button', { name }));
const group = (name: string) => screen.getByRole('group', { name });
const write = async (field: HTMLElement, text: string) => {
  await userEvent.clear(field);
  await userEvent.click(field);
  await userEvent.paste(text);
};
/** A browser's date field, which takes a whole day. */
const setDay = (field: HTMLElement, day: string) =>
  fireEvent.change(field, { target: { value: day } });

async function editServer() {
  const updateRecord = jest.fn(
    async (_ref: string, _record: RecordInput, _version: number) => server,
  );
  await renderOnFixtures(<RecordsRouter />, {
    address: '/it-assets/records/asset/default/server/edit',
    mountPath: '/it-assets/records/*',
    api: { getRecord: async () => server, updateRecord },
  });
  await screen.findByRole('heading', { name: 'Edit Server' });
  return {
    saved: async () => {
      await press('Save');
      await waitFor(() => expect(updateRecord).toHaveBeenCalledTimes(1));
      return updateRecord.mock.calls[0][1].spec;
    },
  };
}

async function newAsset() {
  const createRecord = jest.fn(
    async (_record: NewRecord, _key?: string) => server,
  );
  await renderOnFixtures(<RecordsRouter />, {
    address: '/it-assets/records/new?owner=group:default/payments',
    mountPath: '/it-assets/records/*',
    api: { createRecord },
  });
  await screen.findByRole('heading', { name: 'Register a record' });
  await write(screen.getByLabelText(/^Title/), 'Server');
  await write(screen.getByLabelText(/^Type/), 'server');
  await write(screen.getByLabelText(/^Inventory tag/), 'HW-1');
  await write(screen.getByLabelText(/^Location/), 'Berlin');
  return {
    registered: async () => {
      await press('Register');
      await waitFor(() => expect(createRecord).toHaveBeenCalledTimes(1));
      return createRecord.mock.calls[0][0].spec;
    },
  };
}

beforeEach(() => sessionStorage.clear());

it('keeps all dates, events and spreads of a record that is edited', async () => {
  const { saved } = await editServer();
  await write(screen.getByLabelText(/^Location/), 'Bonn');
  const spec = await saved();
  expect(spec).toEqual({ ...SERVER, location: 'Bonn' });
  // In the same order, so that a file made of it has no other line.
  const { owner, services, financials } = SERVER;
  for (const part of [{ owner }, { services }, { financials }]) {
    expect(JSON.stringify(spec)).toContain(JSON.stringify(part).slice(1, -1));
  }
});

it('writes a change of owner beside the owner so far', async () => {
  const { registered } = await newAsset();
  await press('Add a change of owner');
  // The focus is in the field of the new owner.
  await userEvent.paste('group:default/checkout');
  // Leaves the list of owners, which hides what is around it.
  await userEvent.click(screen.getByLabelText(/^Title/));
  const owners = within(group('Owner'));
  const [, from] = owners.getAllByLabelText(/^From/);
  setDay(from, '2026-05-15');
  const { owner: written } = await registered();
  expect(JSON.stringify(written)).toBe(JSON.stringify(SERVER.owner));
});

it('has one owner again when the changes are removed', async () => {
  const { saved } = await editServer();
  await press('Remove entry 2 of Owner');
  expect(screen.getByRole('button', { name: /change of owner/ })).toHaveFocus();
  expect(screen.getByRole('combobox', { name: /^Owner/ })).toHaveValue(
    'Payments',
  );
  expect(screen.queryByRole('group', { name: 'Owner' })).toBeNull();
  expect(await saved()).toMatchObject({ owner: 'group:default/payments' });
});

it('keeps a first day that is left when a change is removed', async () => {
  const { saved } = await editServer();
  await press('Remove entry 1 of Owner');
  expect(screen.getByRole('button', { name: /change of owner/ })).toHaveFocus();
  expect((await saved()).owner).toEqual([SERVER.owner[1]]);
});

it('says at the day that two owners cannot begin on the same one', async () => {
  await editServer();
  await press('Add a change of owner');
  const owners = within(group('Owner'));
  const days = owners.getAllByLabelText(/^From/);
  await userEvent.click(days[2]);
  setDay(days[2], '2026-05-15');
  await userEvent.tab();
  await waitFor(() =>
    expect(days[2]).toHaveAccessibleDescription(/a date of its own/),
  );
  expect(days[1]).not.toBeInvalid();
});

it('writes changes of the cost centre', async () => {
  const { registered } = await newAsset();
  await write(screen.getByLabelText(/^Cost centre/), 'CC-1');
  await press('Add a change of cost centre');
  await userEvent.paste('CC-2');
  const days = within(group('Cost centre')).getAllByLabelText(/^From/);
  setDay(days[1], '2026-05-15');
  const { financials } = await registered();
  expect(financials).toEqual({ costCenter: SERVER.financials.costCenter });
});

describe('changes after the purchase', () => {
  const events = () => within(group('Changes after the purchase'));
  const choose = async (at: number, name: string) => {
    const kinds = events().getAllByRole('button', { name: /What changes/ });
    await userEvent.click(kinds[at]);
    await userEvent.click(await screen.findByRole('option', { name }));
  };

  it('are written with what their kind asks for', async () => {
    const { registered } = await newAsset();
    await write(screen.getByLabelText(/^Purchase cost/), '1200.00');
    await userEvent.tab();
    setDay(screen.getByLabelText(/^Purchase date/), '2024-01-10');
    await press(/^Changes after the purchase/);
    await press('Add a change after the purchase');
    setDay(events().getByLabelText(/^Counts from/), '2025-06-01');
    await write(events().getByLabelText(/^Amount in EUR/), '300.00');
    await press('Add a change after the purchase');
    await choose(1, 'New life');
    expect(events().getAllByLabelText(/^Amount in EUR/)).toHaveLength(1);
    setDay(events().getAllByLabelText(/^Counts from/)[1], '2025-07-01');
    await write(events().getByLabelText(/^Life in months/), '60');
    const { financials } = await registered();
    expect(JSON.stringify(financials)).toContain(
      JSON.stringify({ events: SERVER.financials.events }).slice(1, -1),
    );
  });

  it('drop what their kind does not have when it is changed', async () => {
    const { saved } = await editServer();
    await press(/^Changes after the purchase/);
    await choose(1, 'Impairment: lowers the value');
    await write(events().getAllByLabelText(/^Amount in EUR/)[1], '50.00');
    expect((await saved()).financials).toMatchObject({
      events: [
        SERVER.financials.events[0],
        { date: '2025-07-01', kind: 'impairment', amount: '50.00' },
      ],
    });
  });

  it('are refused at their field in the words of the catalog', async () => {
    await editServer();
    await press(/^Changes after the purchase/);
    const amount = events().getByLabelText(/^Amount in EUR/);
    await write(amount, '300.005');
    await userEvent.tab();
    await waitFor(() =>
      expect(amount).toHaveAccessibleDescription(/no more decimals/),
    );
    const [date] = events().getAllByLabelText(/^Counts from/);
    setDay(date, '2023-01-01');
    await press('Save');
    await waitFor(() =>
      expect(date).toHaveAccessibleDescription(/purchase\.date.* or later/),
    );
  });
});

describe('a charge', () => {
  const charges = () => within(group('Charges'));
  const due = async (name: string) => {
    await userEvent.click(charges().getByRole('button', { name: /Due/ }));
    await userEvent.click(await screen.findByRole('option', { name }));
  };

  it('that is due once is spread over dates, by days', async () => {
    const { registered } = await newAsset();
    await press(/^Charges/);
    await press('Add a charge');
    expect(charges().queryByLabelText(/^Spread from/)).toBeNull();
    await write(charges().getByLabelText(/^Amount/), '240.00');
    await due('Once');
    setDay(charges().getByLabelText(/^Spread from/), '2026-01-10');
    await press('Register');
    const until = charges().getByLabelText(/^Spread until/);
    await waitFor(() => expect(until).toHaveAccessibleDescription(/required/i));
    setDay(until, '2027-12-31');
    await userEvent.click(charges().getByLabelText('Parts of months by days'));
    expect((await registered()).financials).toMatchObject({
      charges: [
        {
          every: 'once',
          spread: { from: '2026-01-10', until: '2027-12-31' },
          prorate: 'day',
        },
      ],
    });
  });

  it('is no longer spread when it recurs', async () => {
    const { saved } = await editServer();
    await press(/^Charges/);
    await due('Every month');
    const { financials } = await saved();
    const { spread: _, ...charge } = SERVER.financials.charges[0];
    expect(financials).toMatchObject({
      charges: [{ ...charge, every: 'month' }],
    });
    expect(JSON.stringify(financials)).not.toContain('spread');
  });
});
