import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderOnFixtures, toldTasks } from '../__testUtils__/renderOnFixtures';
import {
  assetDetail,
  depreciationSchedule,
  laptopDetail,
  responseError,
  retiredLaptop,
  seatsDetail,
} from '../fixtures';
import { RecordActions, StepButtons } from './RecordActions';

const button = (name: string | RegExp) => screen.findByRole('button', { name });
const dialog = () => screen.findByRole('dialog');
const press = async (name: string) =>
  userEvent.click(within(await dialog()).getByRole('button', { name }));
const type = async (label: string | RegExp, text: string) => {
  const field = within(await dialog()).getByLabelText(label);
  await userEvent.clear(field);
  await userEvent.type(field, text);
};
const nothing = () => {};

describe('StepButtons', () => {
  it('asks for what the step needs before it sends anything', async () => {
    const transitionRecord = jest.fn(async () => laptopDetail);
    const onChanged = jest.fn();
    renderOnFixtures(
      <StepButtons detail={laptopDetail} onChanged={onChanged} />,
      { api: { transitionRecord } },
    );
    await userEvent.click(await button('In stock'));
    await press('In stock');
    expect(within(await dialog()).getByText('Fill this in.')).toBeVisible();
    expect(transitionRecord).not.toHaveBeenCalled();

    await type(/Location/, 'Store Berlin');
    await type(/Day of the step/, '2026-10-20');
    await press('In stock');
    await waitFor(() => expect(onChanged).toHaveBeenCalled());
    expect(transitionRecord).toHaveBeenCalledWith(
      'asset:default/hw-000871',
      {
        to: 'in-stock',
        date: '2026-10-20',
        reason: undefined,
        changes: { location: 'Store Berlin' },
      },
      4,
    );
  });

  it('sends erasure evidence and proceeds, and shows the loss', async () => {
    const transitionRecord = jest.fn(async () => retiredLaptop);
    renderOnFixtures(
      <StepButtons detail={retiredLaptop} onChanged={nothing} />,
      {
        api: {
          transitionRecord,
          getSchedule: async () => ({
            ...depreciationSchedule,
            disposal: {
              date: '2026-10-20',
              book: '10145.48',
              proceeds: '0.00',
              result: '-10145.48',
            },
          }),
        },
      },
    );
    await userEvent.click(await button('Sold'));
    await type(/Evidence that data/, 'https://example.com/erased.pdf');
    await type(/Proceeds/, '9000.00');
    const money = within(await dialog()).getByRole('region', {
      name: 'What it means in money',
    });
    expect(money).toHaveTextContent(
      'Book value given up on Oct 20, 2026€10,145.48',
    );
    expect(money).toHaveTextContent('Loss on disposal€1,145.48');
    await press('Sold');
    await waitFor(() => expect(transitionRecord).toHaveBeenCalled());
    expect(transitionRecord).toHaveBeenCalledWith(
      'asset:default/hw-000871',
      expect.objectContaining({
        to: 'sold',
        changes: {
          disposal: { erasureEvidence: 'https://example.com/erased.pdf' },
          financials: { proceeds: { amount: '9000.00', currency: 'EUR' } },
        },
      }),
      4,
    );
    expect(toldTasks()).toEqual([
      { action: 'itam-retire', subject: 'sold', value: 1 },
    ]);
  });

  it('refuses an amount the currency does not have', async () => {
    const transitionRecord = jest.fn(async () => retiredLaptop);
    renderOnFixtures(
      <StepButtons detail={retiredLaptop} onChanged={nothing} />,
      { api: { transitionRecord } },
    );
    await userEvent.click(await button('Sold'));
    await type(/Evidence that data/, 'https://example.com/erased.pdf');
    await type(/Proceeds/, '9.999');
    await press('Sold');
    expect(
      within(await dialog()).getByText(/Write an amount in EUR/),
    ).toBeVisible();
    expect(transitionRecord).not.toHaveBeenCalled();
  });

  it('shows every problem of a refusal at its field, the rest above', async () => {
    renderOnFixtures(
      <StepButtons detail={laptopDetail} onChanged={nothing} />,
      {
        api: {
          transitionRecord: async () => {
            throw await responseError(400, 'Refused', {
              problems: [
                { path: 'reason', allowed: 'one line of text' },
                { path: 'spec.disposal.erasureEvidence', allowed: 'a link' },
                { path: 'spec.notes', allowed: 'at most 10000 characters' },
              ],
            });
          },
        },
      },
    );
    await userEvent.click(await button('Out of use'));
    await type(/Reason/, 'Broken');
    await press('Out of use');
    const shown = within(await dialog());
    expect(await shown.findByText('one line of text')).toBeVisible();
    expect(shown.getByLabelText(/Evidence that data was erased/)).toBeVisible();
    expect(
      shown.getByText('spec.notes: at most 10000 characters'),
    ).toBeVisible();
  });

  it('says that somebody changed it, and reads it again', async () => {
    const onChanged = jest.fn();
    renderOnFixtures(
      <StepButtons detail={laptopDetail} onChanged={onChanged} />,
      {
        api: {
          transitionRecord: async () => {
            throw await responseError(412, 'Changed');
          },
        },
      },
    );
    await userEvent.click(await button('Out of use'));
    await type(/Reason/, 'Broken');
    await press('Out of use');
    expect(
      await screen.findByText(/Somebody changed this record meanwhile/),
    ).toBeVisible();
    await press('Reload');
    expect(onChanged).toHaveBeenCalled();
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  });

  it('offers no step to those who may take none', async () => {
    renderOnFixtures(
      <StepButtons
        detail={{ ...laptopDetail, rights: undefined }}
        onChanged={nothing}
      />,
    );
    await screen.findByTestId('address');
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
  });
});

describe('RecordActions', () => {
  it('assigns to a typed person, with a key that a repetition keeps', async () => {
    const assignRecord = jest
      .fn()
      .mockImplementationOnce(async () => {
        throw await responseError(503, 'Busy');
      })
      .mockImplementation(async () => laptopDetail);
    const onChanged = jest.fn();
    renderOnFixtures(
      <RecordActions detail={laptopDetail} onChanged={onChanged} />,
      { api: { assignRecord } },
    );
    await userEvent.click(await button('Assign'));
    await press('Assign');
    expect(within(await dialog()).getByText('Fill this in.')).toBeVisible();
    await userEvent.type(
      within(await dialog()).getByRole('combobox', { name: /^To/ }),
      'user:default/rita',
    );
    await userEvent.tab();
    await type(/From/, '2026-10-20');
    await press('Assign');
    expect(await screen.findByText(/Busy/)).toBeVisible();
    await press('Assign');
    await waitFor(() => expect(onChanged).toHaveBeenCalled());
    const [first, second] = assignRecord.mock.calls;
    expect(first).toEqual([
      'asset:default/hw-000871',
      { to: ['user:default/rita'], from: '2026-10-20' },
      4,
      expect.stringMatching(/^[0-9a-f]{32}$/),
    ]);
    expect(second).toEqual(first);
  });

  it('takes an asset back into the store', async () => {
    const returnAssignments = jest.fn(async () => laptopDetail);
    renderOnFixtures(
      <RecordActions detail={laptopDetail} onChanged={nothing} />,
      { api: { returnAssignments } },
    );
    await userEvent.click(await button('Return'));
    expect(within(await dialog()).getByText('Held by Guest.')).toBeVisible();
    await type(/Last day/, '2026-10-20');
    await press('Return');
    await waitFor(() =>
      expect(returnAssignments).toHaveBeenCalledWith(
        'asset:default/hw-000871',
        expect.objectContaining({ date: '2026-10-20', to: 'in-stock' }),
        4,
      ),
    );
  });

  it('takes back the seats that are chosen, and not without one', async () => {
    const returnAssignments = jest.fn(async () => seatsDetail);
    renderOnFixtures(
      <RecordActions detail={seatsDetail} onChanged={nothing} />,
      { api: { returnAssignments } },
    );
    await userEvent.click(await button('Return'));
    const guest = await screen.findByRole('checkbox', { name: /Guest/ });
    await press('Return');
    expect(returnAssignments).not.toHaveBeenCalled();
    await userEvent.click(guest);
    await press('Return');
    await waitFor(() =>
      expect(returnAssignments).toHaveBeenCalledWith(
        'license:default/jetbrains',
        expect.objectContaining({ ids: [2] }),
        3,
      ),
    );
  });

  it('retires with a reason, and restores', async () => {
    const retireRecord = jest.fn(async () => {});
    const { unmount } = renderOnFixtures(
      <RecordActions detail={laptopDetail} onChanged={nothing} />,
      { api: { retireRecord } },
    );
    await userEvent.click(await button('Retire record'));
    await press('Retire record');
    expect(retireRecord).not.toHaveBeenCalled();
    await type(/Reason/, 'Registered twice');
    await press('Retire record');
    await waitFor(() =>
      expect(retireRecord).toHaveBeenCalledWith(
        'asset:default/hw-000871',
        4,
        'Registered twice',
      ),
    );
    expect(toldTasks()).toEqual([
      { action: 'itam-retire', subject: 'record', value: 1 },
    ]);
    unmount();

    const restoreRecord = jest.fn(async () => laptopDetail);
    renderOnFixtures(
      <RecordActions
        detail={{
          ...laptopDetail,
          record: { ...laptopDetail.record, retiredAt: '2026-10-20T08:00:00Z' },
        }}
        onChanged={nothing}
      />,
      { api: { restoreRecord } },
    );
    expect(screen.queryByRole('button', { name: 'Assign' })).toBeNull();
    await userEvent.click(await button('Restore'));
    await type(/Reason/, 'Found again');
    await press('Restore');
    await waitFor(() =>
      expect(restoreRecord).toHaveBeenCalledWith(
        'asset:default/hw-000871',
        4,
        'Found again',
      ),
    );
    expect(toldTasks()).toEqual([]);
  });

  it('says where a declared record is changed', async () => {
    renderOnFixtures(
      <RecordActions detail={assetDetail} onChanged={nothing} />,
    );
    expect(await screen.findByText(/declared in Git/)).toBeVisible();
    expect(screen.getByRole('link', { name: 'Open the file' })).toHaveAttribute(
      'href',
      'https://example.com/payments/edit/catalog-info.yaml',
    );
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Print label' })).toHaveAttribute(
      'href',
      '/it-assets/records/labels?ref=asset%3Adefault%2Fpayments-db-eu1',
    );
  });
});
