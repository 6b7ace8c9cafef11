import type { ItamCloudBillingApi } from '@backstage-itam/plugin-itam-common';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderOnFixtures } from '../__testUtils__/renderOnFixtures';
import {
  checkedBill,
  cloudBill,
  noBills,
  recordBills,
  responseError,
} from '../fixtures';
import { CloudBillsPage } from './CloudBillsPage';
import { RecordBillsPanel } from './RecordBillsPanel';

const render = (cloudBilling: Partial<ItamCloudBillingApi> = {}) =>
  renderOnFixtures(<CloudBillsPage />, {
    api: { cloudBilling: { ...noBills, ...cloudBilling } },
  });
const csv = (name = 'september.csv') =>
  new File(['BilledCost\n1\n'], name, { type: 'text/csv' });
const choose = async (...files: File[]) =>
  fireEvent.change(await screen.findByLabelText('Billing file'), {
    target: { files },
  });
const cells = (row: HTMLElement) =>
  [...row.children].map(cell => cell.textContent?.replace(/\s+/g, ' '));
const rowsOf = async (name: string) =>
  within(await screen.findByRole('table', { name }))
    .getAllByRole('row')
    .slice(1)
    .map(cells);

describe('delivering a cloud bill', () => {
  it('shows first what a file would do, and takes it over when told', async () => {
    const deliver = jest.fn(async () => checkedBill);
    const list = jest.fn(async () => ({ items: [cloudBill] }));
    render({ deliver, list });
    const file = csv();
    await choose(file);
    expect(await rowsOf('Bills in the file')).toEqual([
      [
        'AWS, Sep 2026Shop Inc. · 123456789012',
        'Replaces the one in force',
        '1,234',
        '$990.00exactly $989.9950003',
        '$1,010.00exactly $1,010.00000012',
      ],
    ]);
    expect(await rowsOf('Whose the costs are')).toEqual([
      [
        expect.stringMatching(/payments-api.*Cost centre CC-410/),
        expect.stringContaining('payments'),
        '1,134',
        '$891.2450003',
        '$889.50000012',
      ],
      [
        'UnallocatedNo rule names a service',
        expect.stringContaining('platform'),
        '100',
        '$98.75',
        '$120.5',
      ],
    ]);
    expect(deliver).toHaveBeenCalledWith(
      file,
      { dryRun: true, fileName: 'september.csv' },
      'text/csv',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Take it over' }));
    expect(
      await screen.findByText('september.csv was taken over'),
    ).toBeVisible();
    expect(deliver).toHaveBeenLastCalledWith(
      file,
      { fileName: 'september.csv' },
      'text/csv',
    );
    await waitFor(() => expect(list).toHaveBeenCalledTimes(2));
  });

  it('sends Parquet as what it is', async () => {
    const deliver = jest.fn(async () => checkedBill);
    render({ deliver });
    const file = new File(['PAR1'], 'SEPTEMBER.PARQUET');
    await choose(file);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Take it over' }),
    );
    for (const how of [{ dryRun: true }, {}]) {
      expect(deliver).toHaveBeenCalledWith(
        file,
        { ...how, fileName: 'SEPTEMBER.PARQUET' },
        'application/vnd.apache.parquet',
      );
    }
  });

  it('offers nothing to take over when nothing would change', async () => {
    render({
      deliver: async () => ({
        ...checkedBill,
        deliveries: [{ ...cloudBill, state: 'unchanged' }],
      }),
    });
    await choose(csv());
    expect(
      await screen.findByText(/Every bill in the file is in force/),
    ).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Take it over' })).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Discard' }));
    expect(screen.queryByText(/Every bill in the file/)).toBeNull();
  });

  it('says what is wrong in a file, in the words of the register', async () => {
    render({
      deliver: async () => {
        throw await responseError(400, 'line 3, BillingCurrency: found EUR');
      },
    });
    await choose(csv());
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The file was not takenline 3, BillingCurrency: found EUR',
    );
  });

  it.each([
    ['two files', [csv('a.csv'), csv('b.csv')], /One file at a time/],
    ['a file of another kind', [csv('bill.csv.gz')], /Neither CSV nor Parquet/],
  ])('does not send %s', async (_, files, message) => {
    const deliver = jest.fn(async () => checkedBill);
    render({ deliver });
    await choose(...files);
    expect(await screen.findByRole('alert')).toHaveTextContent(message);
    expect(deliver).not.toHaveBeenCalled();
  });
});

describe('the cloud bills in force', () => {
  it('are listed, and taken back when the reader is sure', async () => {
    const takeBack = jest.fn(async () => {});
    render({ takeBack, list: async () => ({ items: [cloudBill] }) });
    const [row] = await rowsOf('Bills in force');
    expect(row.slice(1, 6)).toEqual([
      '1,234',
      '12',
      '$990.00exactly $989.9950003',
      '$98.75',
      '$1,010.00exactly $1,010.00000012',
    ]);
    await userEvent.click(
      screen.getByRole('button', {
        name: 'Take back the bill of Shop Inc., Sep 2026',
      }),
    );
    const dialog = await screen.findByRole('dialog');
    expect(takeBack).not.toHaveBeenCalled();
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Take back' }),
    );
    await waitFor(() => expect(takeBack).toHaveBeenCalledWith(7));
  });

  it('have no sums for who may not see them', async () => {
    const { billed, effective, unmapped, ...rest } = cloudBill;
    expect([billed, effective, unmapped]).not.toContain(undefined);
    render({ list: async () => ({ items: [rest] }) });
    const table = await screen.findByRole('table', { name: 'Bills in force' });
    expect(within(table).queryByText('Effective')).toBeNull();
  });

  it('say what to do when there is none', async () => {
    render();
    expect(await screen.findByText('No bill yet')).toBeVisible();
  });

  it('are for who may import', async () => {
    render({
      list: async () => {
        throw await responseError(403, 'Not allowed');
      },
    });
    expect(
      await screen.findByText(/You may not see cloud bills/),
    ).toBeVisible();
    expect(screen.queryByLabelText('Billing file')).toBeNull();
  });

  it('can be asked for again after a failure', async () => {
    const list = jest
      .fn<Promise<{ items: [] }>, []>()
      .mockRejectedValueOnce(await responseError(500, 'Down'))
      .mockResolvedValue({ items: [] });
    render({ list });
    await userEvent.click(await screen.findByRole('button', { name: /again/ }));
    expect(await screen.findByText('No bill yet')).toBeVisible();
  });
});

describe('the cloud bills of a record', () => {
  const renderOf = (
    ofRecord: ItamCloudBillingApi['ofRecord'],
    props: { expected?: boolean; costVisible?: boolean } = {},
  ) =>
    renderOnFixtures(
      <RecordBillsPanel
        recordRef="asset:default/x"
        expected={props.expected ?? false}
        costVisible={props.costVisible ?? true}
      />,
      { api: { cloudBilling: { ...noBills, ofRecord } } },
    );

  it('say where each amount comes from', async () => {
    renderOf(async () => recordBills);
    expect(await rowsOf('Cloud bills')).toEqual([
      [
        'Sep 2026',
        '$891.25exactly $891.2450003',
        '$889.50exactly $889.50000012',
        'AWS, Sep 2026123456789012september.csv · 1134 rows',
      ],
    ]);
  });

  it('have no amounts for who may not see them', async () => {
    renderOf(async () => recordBills, { costVisible: false });
    const [row] = await rowsOf('Cloud bills');
    expect(row).toHaveLength(2);
  });

  it('are not mentioned where none is expected', async () => {
    const ofRecord = jest.fn(async () => ({ items: [] }));
    renderOf(ofRecord);
    await waitFor(() => expect(ofRecord).toHaveBeenCalled());
    expect(screen.queryByText('Cloud bills')).toBeNull();
  });

  it('may be none', async () => {
    renderOf(async () => ({ items: [] }), { expected: true });
    expect(await screen.findByText(/No bill in force/)).toBeVisible();
  });
});
