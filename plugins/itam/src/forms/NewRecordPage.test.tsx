import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ItamApi, NewRecord } from '@backstage-itam/plugin-itam-common';
import { renderOnFixtures, toldTasks } from '../__testUtils__/renderOnFixtures';
import { assetDetail } from '../fixtures/records';
import { responseError } from '../fixtures/responseError';
import { RecordsRouter } from '../pages/RecordsRouter';

jest.setTimeout(60_000);

const registered = (record: NewRecord) => ({
  ...assetDetail,
  record: {
    ...assetDetail.record,
    ref: `asset:default/${String(
      record.spec.tag ?? record.spec.serialNumber,
    ).toLowerCase()}`,
    title: record.title ?? 'made',
  },
});

async function openForm(api: Partial<ItamApi> = {}, query = '') {
  await renderOnFixtures(<RecordsRouter />, {
    address: `/it-assets/records/new${query}`,
    mountPath: '/it-assets/records/*',
    api,
  });
  await screen.findByRole('heading', { name: 'Register a record' });
}

/** Fields by label; a group or list may have the same label. */
const fields = (label: string | RegExp) =>
  screen
    .getAllByLabelText(label)
    .filter(
      element =>
        element instanceof HTMLInputElement ||
        element instanceof HTMLTextAreaElement,
    );
const field = (label: string | RegExp) => fields(label)[0];

const fill = async (label: string | RegExp, text: string) => {
  await userEvent.clear(field(label));
  await userEvent.click(field(label));
  await userEvent.paste(text);
};
const press = async (name: string | RegExp) =>
  userEvent.click(await screen.findByRole('button', { name }));

async function fillLaptop() {
  await fill(/^Title/, 'Laptop of Mia');
  await fill(/^Type/, 'laptop');
  await fill(/^Inventory tag/, 'HW-9');
  await fill(/^Location/, 'Berlin');
  await fill(/^Owner/, 'group:default/payments');
  // Leaves the list of owners without opening that of the next field.
  await userEvent.click(field(/^Title/));
}

beforeEach(() => sessionStorage.clear());

it('registers a record with what was filled, and opens it', async () => {
  const createRecord = jest.fn(async (record: NewRecord, _key?: string) =>
    registered(record),
  );
  await openForm({ createRecord });
  await fillLaptop();
  await fill(/^Purchase cost/, '1740.00');
  await userEvent.tab();
  await press('Register');
  await waitFor(() => expect(createRecord).toHaveBeenCalledTimes(1));
  const [record, key] = createRecord.mock.calls[0];
  expect(record).toMatchObject({
    kind: 'Asset',
    title: 'Laptop of Mia',
    spec: {
      class: 'hardware',
      type: 'laptop',
      stage: 'deployment',
      status: 'in-stock',
      tag: 'HW-9',
      location: 'Berlin',
      owner: 'group:default/payments',
      financials: {
        purchase: {
          amount: '1740.00',
          currency: 'EUR',
          date: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
        },
      },
    },
  });
  expect(key).toMatch(/^[0-9a-f]{32}$/);
  await waitFor(() =>
    expect(screen.getByTestId('address')).toHaveTextContent(
      '/it-assets/records/asset/default/hw-9',
    ),
  );
  expect(toldTasks()).toEqual([
    { action: 'itam-register', subject: 'Asset', value: 1 },
  ]);
});

it('says what is missing in one list that has the focus and leads to the fields', async () => {
  const createRecord = jest.fn();
  await openForm({ createRecord });
  await press('Register');
  const summary = await screen.findByTestId('error-summary');
  expect(summary).toHaveFocus();
  expect(createRecord).not.toHaveBeenCalled();
  const type = within(summary).getByRole('button', { name: /^spec\.type/ });
  within(summary).getByRole('button', { name: /^spec\.owner/ });
  within(summary).getByRole('button', { name: /^spec\.tag/ });
  await userEvent.click(type);
  expect(field(/^Type/)).toHaveFocus();
});

it('checks a field once it was left, and again as it is typed', async () => {
  await openForm();
  await userEvent.type(field(/^Purchase cost/), '12.345');
  expect(screen.queryByText(/decimals/i)).not.toBeInTheDocument();
  await userEvent.tab();
  expect(await screen.findByText(/decimals/i)).toBeInTheDocument();
  await userEvent.type(field(/^Purchase cost/), '{Backspace}');
  await waitFor(() =>
    expect(screen.queryByText(/decimals/i)).not.toBeInTheDocument(),
  );
});

it('shows what the register found wrong at its field until it is changed', async () => {
  const error = await responseError(400, 'refused', {
    problems: [
      {
        path: 'spec.location',
        rule: 'x',
        allowed: 'a place that exists',
        message: 'spec.location: allowed: a place that exists',
      },
    ],
  });
  await openForm({ createRecord: async () => Promise.reject(error) });
  await fillLaptop();
  await press('Register');
  expect(await screen.findByTestId('error-summary')).toHaveTextContent(
    'spec.location: allowed: a place that exists',
  );
  await fill(/^Location/, 'Bonn');
  await waitFor(() =>
    expect(screen.queryByTestId('error-summary')).not.toBeInTheDocument(),
  );
});

it('leads to the record that has the tag already', async () => {
  const error = await responseError(409, 'spec.tag is taken by another', {
    field: 'tag',
    otherRef: 'asset:default/other',
  });
  await openForm({ createRecord: async () => Promise.reject(error) });
  await fillLaptop();
  await press('Register');
  expect(
    await screen.findByRole('link', { name: 'Open other, which has it' }),
  ).toHaveAttribute('href', '/it-assets/records/asset/default/other');
});

it('says when it was refused for another reason', async () => {
  const error = await responseError(503, 'The database does not answer');
  await openForm({ createRecord: async () => Promise.reject(error) });
  await fillLaptop();
  await press('Register');
  expect(
    await screen.findByText(/The database does not answer/),
  ).toBeInTheDocument();
});

it('asks for the fields of the kind in the address', async () => {
  await openForm({}, '?kind=Contract');
  expect(field(/^Contract number/)).toBeInTheDocument();
  expect(screen.queryByLabelText(/^Serial number/)).not.toBeInTheDocument();
});

it('begins with the service and owner in the address', async () => {
  const createRecord = jest.fn(async (record: NewRecord, _key?: string) =>
    registered(record),
  );
  await openForm(
    { createRecord },
    '?kind=Asset&service=component:default/web&owner=group:default/storefront',
  );
  await fill(/^Title/, 'A rack');
  await fill(/^Type/, 'server');
  await fill(/^Inventory tag/, 'HW-9');
  await fill(/^Location/, 'Berlin');
  await press('Register');
  await waitFor(() => expect(createRecord).toHaveBeenCalledTimes(1));
  expect(createRecord.mock.calls[0][0].spec).toMatchObject({
    owner: 'group:default/storefront',
    services: [{ ref: 'component:default/web' }],
  });
});

it('shows what shares leave over, and refuses more than all', async () => {
  await openForm();
  await press('Add a service');
  await fill(/^Service$/, 'payments-api');
  await fill(/^Share/, '60');
  expect(await screen.findByText(/40\s?% is left over/)).toBeInTheDocument();
  await press('Add a service');
  const [, second] = fields(/^Service$/);
  await userEvent.click(second);
  await userEvent.paste('ledger');
  expect(
    await screen.findByText(/without a share gets the 40\s?%/),
  ).toBeInTheDocument();
  const [, share] = fields(/^Share/);
  await userEvent.click(share);
  await userEvent.paste('50');
  await press('Register');
  expect(await screen.findByTestId('error-summary')).toHaveTextContent(
    'spec.services: found 110 percent together; allowed: at most 100 percent together',
  );
});

it('computes the monthly depreciation as it is filled', async () => {
  await openForm();
  await fill(/^Purchase cost/, '3600.00');
  await userEvent.tab();
  await press(/^Depreciation/);
  await userEvent.click(screen.getByRole('button', { name: /Method/ }));
  await userEvent.click(
    await screen.findByRole('option', { name: 'Straight line' }),
  );
  await fill(/^Life in months/, '36');
  expect(
    await screen.findByText(/€100\.00 a month for 36 months/),
  ).toBeInTheDocument();
});

it('offers what was left unsaved', async () => {
  await openForm();
  await fill(/^Title/, 'Half a laptop');
  await userEvent.tab();
  await waitFor(() =>
    expect(sessionStorage.getItem('itam/draft/new')).toContain('Half a laptop'),
  );
  document.body.innerHTML = '';
  await openForm();
  await press('Continue with it');
  expect(field(/^Title/)).toHaveValue('Half a laptop');
});

describe('several pieces', () => {
  const serials = Array.from({ length: 20 }, (_, at) => `SN-${at + 1}`);

  async function fillPieces() {
    await userEvent.click(
      screen.getByRole('switch', { name: 'Several pieces at once' }),
    );
    await fill(/^Title/, 'Laptop');
    await fill(/^Type/, 'laptop');
    await fill(/^Location/, 'Berlin');
    await fill(/^Owner/, 'group:default/payments');
    await fill(/^Serial numbers/, serials.join('\r\n'));
  }

  it('are registered from pasted serial numbers, each with its outcome', async () => {
    const createRecord = jest.fn(async (record: NewRecord, _key?: string) =>
      registered(record),
    );
    await openForm({ createRecord });
    await fillPieces();
    await press('Register 20 pieces');
    expect(
      await screen.findByText('20 pieces are registered.'),
    ).toBeInTheDocument();
    expect(
      createRecord.mock.calls.map(([{ spec }]) => spec.serialNumber),
    ).toEqual(serials);
    expect(new Set(createRecord.mock.calls.map(([, key]) => key)).size).toBe(
      20,
    );
    expect(screen.getByRole('link', { name: 'sn-20' })).toHaveAttribute(
      'href',
      '/it-assets/records/asset/default/sn-20',
    );
    expect(toldTasks()).toEqual([
      { action: 'itam-register', subject: 'Asset', value: 20 },
    ]);
  });

  it('that failed stay in the list and go with the same key again', async () => {
    const error = await responseError(503, 'Not now');
    const createRecord = jest.fn(async (record: NewRecord, _key?: string) => {
      if (
        record.spec.serialNumber === 'SN-7' &&
        createRecord.mock.calls.length <= 20
      ) {
        throw error;
      }
      return registered(record);
    });
    await openForm({ createRecord });
    await fillPieces();
    await press('Register 20 pieces');
    expect(
      await screen.findByText(/19 pieces are registered\. 1 was refused/),
    ).toBeInTheDocument();
    expect(screen.getByText(/Not now/)).toBeInTheDocument();
    expect(field(/^Serial numbers/)).toHaveValue('SN-7');
    await press('Register 1 piece');
    expect(
      await screen.findByText('20 pieces are registered.'),
    ).toBeInTheDocument();
    expect(createRecord).toHaveBeenCalledTimes(21);
    const [first, again] = createRecord.mock.calls.filter(
      ([{ spec }]) => spec.serialNumber === 'SN-7',
    );
    expect(again[1]).toBe(first[1]);
  });

  it('are not sent when a number is in the list twice', async () => {
    const createRecord = jest.fn();
    await openForm({ createRecord });
    await fillPieces();
    await fill(/^Serial numbers/, 'A\nA');
    await press('Register');
    expect(
      await screen.findByText('A is in the list twice.'),
    ).toBeInTheDocument();
    expect(createRecord).not.toHaveBeenCalled();
  });
});
