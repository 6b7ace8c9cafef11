import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type {
  ItamApi,
  RecordDetail,
  RecordInput,
} from '@backstage-itam/plugin-itam-common';
import { renderOnFixtures } from '../__testUtils__/renderOnFixtures';
import { assetDetail } from '../fixtures/records';
import { responseError } from '../fixtures/responseError';
import { RecordsRouter } from '../pages/RecordsRouter';

jest.setTimeout(60_000);

const may = { update: true, delete: true, transition: true, assign: true };
const laptop: RecordDetail = {
  ...assetDetail,
  record: {
    ...assetDetail.record,
    ref: 'asset:default/laptop',
    title: 'Laptop',
    origin: 'registered',
    version: 3,
  },
  rights: may,
  spec: {
    class: 'hardware',
    type: 'laptop',
    stage: 'deployment',
    owner: 'group:default/payments',
    tag: 'HW-1',
    location: 'Berlin',
    financials: { costCenter: 'CC-1' },
  },
};

async function openForm(api: Partial<ItamApi>) {
  await renderOnFixtures(<RecordsRouter />, {
    address: '/it-assets/records/asset/default/laptop/edit',
    mountPath: '/it-assets/records/*',
    api,
  });
}
const fill = async (label: RegExp, text: string) => {
  const field = await screen.findByLabelText(label);
  await userEvent.clear(field);
  await userEvent.click(field);
  await userEvent.paste(text);
};
const press = (name: string) =>
  userEvent.click(screen.getByRole('button', { name }));

beforeEach(() => sessionStorage.clear());

it('changes a record with the version it was read in', async () => {
  const updateRecord = jest.fn(
    async (_ref: string, _record: RecordInput, _version: number) => laptop,
  );
  await openForm({ getRecord: async () => laptop, updateRecord });
  await fill(/^Location/, 'Bonn');
  await press('Save');
  await waitFor(() => expect(updateRecord).toHaveBeenCalledTimes(1));
  expect(updateRecord.mock.calls[0]).toEqual([
    'asset:default/laptop',
    expect.objectContaining({
      title: 'Laptop',
      spec: { ...laptop.spec, location: 'Bonn' },
    }),
    3,
  ]);
  await waitFor(() =>
    expect(screen.getByTestId('address')).toHaveTextContent(
      /^\/it-assets\/records\/asset\/default\/laptop$/,
    ),
  );
});

it('leaves money alone that the writer may not see', async () => {
  const updateRecord = jest.fn(
    async (_ref: string, _record: RecordInput, _version: number) => laptop,
  );
  const { financials: _, ...spec } = laptop.spec;
  await openForm({
    getRecord: async () => ({ ...laptop, costVisible: false, spec }),
    updateRecord,
  });
  expect(await screen.findByText(/They stay as they are/)).toBeInTheDocument();
  expect(screen.queryByLabelText(/^Purchase cost/)).not.toBeInTheDocument();
  await fill(/^Location/, 'Bonn');
  await press('Save');
  await waitFor(() => expect(updateRecord).toHaveBeenCalled());
  expect(updateRecord.mock.calls[0][1].spec).not.toHaveProperty('financials');
});

it('shows what was changed meanwhile and saves both', async () => {
  const conflict = await responseError(412, 'changed meanwhile');
  const newest: RecordDetail = {
    ...laptop,
    record: { ...laptop.record, version: 4 },
    spec: { ...laptop.spec, location: 'Kiel', tag: 'HW-2' },
  };
  const getRecord = jest
    .fn<Promise<RecordDetail>, [string]>()
    .mockResolvedValueOnce(laptop)
    .mockResolvedValue(newest);
  const updateRecord = jest.fn(
    async (_ref: string, _record: RecordInput, version: number) => {
      if (version === 3) {
        throw conflict;
      }
      return newest;
    },
  );
  await openForm({ getRecord, updateRecord });
  await fill(/^Location/, 'Bonn');
  await press('Save');
  expect(
    await screen.findByText(/2 fields were changed since you opened it/),
  ).toBeInTheDocument();
  expect(screen.getByText('Kiel')).toBeInTheDocument();
  expect(screen.getByText('HW-2')).toBeInTheDocument();
  await press('Save with these values');
  await waitFor(() => expect(updateRecord).toHaveBeenCalledTimes(2));
  expect(updateRecord.mock.calls[1][1].spec).toMatchObject({
    location: 'Bonn',
    tag: 'HW-2',
  });
  expect(updateRecord.mock.calls[1][2]).toBe(4);
});

it('takes the other value, or gives all of the own up', async () => {
  const conflict = await responseError(412, 'changed meanwhile');
  const newest: RecordDetail = {
    ...laptop,
    record: { ...laptop.record, version: 4 },
    spec: { ...laptop.spec, location: 'Kiel' },
  };
  const getRecord = jest
    .fn<Promise<RecordDetail>, [string]>()
    .mockResolvedValueOnce(laptop)
    .mockResolvedValue(newest);
  await openForm({
    getRecord,
    updateRecord: async () => Promise.reject(conflict),
  });
  await fill(/^Location/, 'Bonn');
  await press('Save');
  await userEvent.click(
    await screen.findByRole('radio', { name: 'The other' }),
  );
  await press('Give my changes up');
  expect(screen.getByLabelText(/^Location/)).toHaveValue('Kiel');
  expect(
    screen.queryByText('Somebody else changed this record'),
  ).not.toBeInTheDocument();
});

it('leads to the file of a declared record', async () => {
  await openForm({ getRecord: async () => assetDetail });
  expect(
    await screen.findByRole('link', { name: /Open the file/ }),
  ).toHaveAttribute('href', assetDetail.editUrl);
  expect(screen.getByRole('link', { name: 'Write as YAML' })).toHaveAttribute(
    'href',
    '/it-assets/records/new?as=yaml&from=asset%3Adefault%2Fpayments-db-eu1',
  );
});

it('says so when the record may not be changed, or is retired', async () => {
  await openForm({
    getRecord: async () => ({ ...laptop, rights: { ...may, update: false } }),
  });
  expect(
    await screen.findByText(/You may not change this record/),
  ).toBeInTheDocument();
});

it('says that a retired record is to be restored first', async () => {
  await openForm({
    getRecord: async () => ({
      ...laptop,
      record: { ...laptop.record, retiredAt: '2026-01-01T00:00:00Z' },
      rights: { ...may, update: false },
    }),
  });
  expect(
    await screen.findByText('Restore it before it is changed.'),
  ).toBeInTheDocument();
});

it('says so when there is no such record', async () => {
  const error = await responseError(404, 'No record');
  await openForm({ getRecord: async () => Promise.reject(error) });
  expect(
    await screen.findByRole('button', { name: 'Try again' }),
  ).toBeInTheDocument();
});
