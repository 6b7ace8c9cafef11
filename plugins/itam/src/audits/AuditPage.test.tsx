import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ItamAuditsApi } from '@backstage-itam/plugin-itam-common';
import { Route, Routes } from 'react-router-dom';
import { renderOnFixtures } from '../__testUtils__/renderOnFixtures';
import { fixtureAudits, noAudits, responseError } from '../fixtures';
import { AuditsRouter } from './AuditsRouter';

const render = (audits: ItamAuditsApi, path = '/1') =>
  renderOnFixtures(
    <Routes>
      <Route path="/it-assets/audits/*" element={<AuditsRouter />} />
    </Routes>,
    { address: `/it-assets/audits${path}`, api: { audits } },
  );
const offline = async () => {
  throw new TypeError('Failed to fetch');
};
const scanField = () => screen.findByLabelText('Tag or serial number');
const tick = (name: string) => screen.findByRole('button', { name });

beforeEach(() => localStorage.clear());

describe('an open audit', () => {
  it('notes what is scanned as found and stays ready for the next scan', async () => {
    const audits = fixtureAudits();
    const observe = jest.spyOn(audits, 'observe');
    render(audits);
    const field = await scanField();
    expect(screen.getByText('0 of 3 found')).toBeVisible();
    await userEvent.type(field, 'hw-000133{Enter}');
    expect(screen.getByText('Analytics node 1: found')).toBeVisible();
    expect(field).toHaveFocus();
    expect(field).toHaveValue('');
    await userEvent.type(field, 'CZ24150F7K{Enter}');
    expect(screen.getByText('2 of 3 found')).toBeVisible();
    await waitFor(() =>
      expect(screen.queryByText('Saving')).not.toBeInTheDocument(),
    );
    expect(observe.mock.calls.map(([, input]) => input)).toEqual([
      { ref: 'asset:default/analytics-node-1', outcome: 'found' },
      { ref: 'asset:default/platform-host-1', outcome: 'found' },
    ]);
    const keys = observe.mock.calls.map(([, , key]) => key);
    expect(new Set(keys).size).toBe(2);
    expect(keys[0]).toMatch(/^[0-9a-f]{32}$/);
  });

  it('does not overwrite what was noted of an item when it is scanned again', async () => {
    const audits = fixtureAudits();
    const observe = jest.spyOn(audits, 'observe');
    render(audits);
    const field = await scanField();
    await userEvent.type(field, 'HW-000133{Enter}HW-000133{Enter}');
    expect(screen.getByText('Analytics node 1: noted already')).toBeVisible();
    await waitFor(() => expect(observe).toHaveBeenCalledTimes(1));
  });

  it('notes an unknown tag as unexpected, and not a part of a name', async () => {
    const audits = fixtureAudits();
    const observe = jest.spyOn(audits, 'observe');
    render(audits);
    const field = await scanField();
    await userEvent.type(field, 'HW-0001{Enter}');
    expect(
      screen.getByText('No item is exactly HW-0001. Tick the right one below.'),
    ).toBeVisible();
    expect(
      within(screen.getByRole('list', { name: 'Items' })).getAllByRole(
        'listitem',
      ),
    ).toHaveLength(2);
    await userEvent.clear(field);
    await userEvent.type(field, 'HW-999999{Enter}');
    expect(await screen.findByText('3 to check · 1 unexpected')).toBeVisible();
    await waitFor(() => expect(observe).toHaveBeenCalledTimes(1));
    expect(observe.mock.calls[0][1]).toEqual({
      tag: 'HW-999999',
      outcome: 'found',
    });
  });

  it('ticks what is there and what is not', async () => {
    render(fixtureAudits());
    await userEvent.click(await tick('Found: Backup storage'));
    await userEvent.click(await tick('Not found: Container host 1'));
    expect(await tick('Found: Backup storage')).toHaveAttribute(
      'aria-pressed',
      'true',
    );
    expect(await tick('Not found: Container host 1')).toHaveAttribute(
      'aria-pressed',
      'true',
    );
    expect(screen.getByText('1 to check · 1 not found')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'To check 1' }));
    expect(await tick('Found: Analytics node 1')).toBeVisible();
    expect(
      screen.queryByRole('button', { name: 'Found: Backup storage' }),
    ).not.toBeInTheDocument();
    expect(screen.getByTestId('address')).toHaveTextContent('show=pending');
  });

  it('notes another place, a condition and a note', async () => {
    const audits = fixtureAudits();
    const observe = jest.spyOn(audits, 'observe');
    render(audits);
    await userEvent.click(await tick('Details of Backup storage'));
    const dialog = await screen.findByRole('dialog');
    const place = within(dialog).getByLabelText('Found at');
    await userEvent.clear(place);
    await userEvent.type(place, 'Cellar');
    await userEvent.type(within(dialog).getByLabelText('Condition'), 'dusty');
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Note it' }),
    );
    expect(await screen.findByText('Found at Cellar')).toBeVisible();
    expect(screen.getByText('1 of 3 found')).toBeVisible();
    await waitFor(() =>
      expect(observe.mock.calls[0][1]).toEqual({
        ref: 'asset:default/backup-storage-1',
        outcome: 'found',
        location: 'Cellar',
        condition: 'dusty',
      }),
    );
  });

  it('keeps what could not be sent, also over a reload, and sends it with the same key', async () => {
    const audits = fixtureAudits();
    const observe = jest.spyOn(audits, 'observe').mockImplementation(offline);
    const { unmount } = render(audits);
    await userEvent.click(await tick('Found: Backup storage'));
    expect(await screen.findByText('Not saved yet')).toBeVisible();
    expect(screen.getByText('1 of 3 found')).toBeVisible();
    expect(screen.getByRole('alert')).toHaveTextContent(
      '1 note is not saved yet. It is kept on this device and sent again.',
    );
    unmount();

    render(audits);
    expect(await screen.findByText('1 of 3 found')).toBeVisible();
    observe.mockRestore();
    const again = jest.spyOn(audits, 'observe');
    await userEvent.click(await tick('Send now'));
    await waitFor(() =>
      expect(screen.queryByText('Not saved yet')).not.toBeInTheDocument(),
    );
    expect(again).toHaveBeenCalledTimes(1);
    expect(
      Object.keys(localStorage).filter(name => name.startsWith('itam/')),
    ).toEqual([]);
    expect(await tick('Found: Backup storage')).toHaveAttribute(
      'aria-pressed',
      'true',
    );
  });

  it('says why a note was refused, and lets it be discarded', async () => {
    render(
      fixtureAudits({
        observe: async () => {
          throw await responseError(409, 'The audit is closed');
        },
      }),
    );
    await userEvent.click(await tick('Found: Backup storage'));
    expect(await screen.findByText('The audit is closed')).toBeVisible();
    await userEvent.click(await tick('Discard: Backup storage'));
    expect(screen.getByText('0 of 3 found')).toBeVisible();
  });

  it('closes on the version it has shown, and shows what differs', async () => {
    const audits = fixtureAudits();
    const close = jest.spyOn(audits, 'close');
    render(audits);
    await userEvent.click(await tick('Found: Backup storage'));
    await userEvent.click(await tick('Close the audit'));
    const dialog = await screen.findByRole('dialog');
    expect(
      await within(dialog).findByText(
        /2 items are undecided|Everything that was expected/,
      ),
    ).toBeVisible();
    expect(
      within(dialog).getByRole('checkbox', { name: /Write what was seen/ }),
    ).not.toBeChecked();
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Close audit' }),
    );
    expect(
      await screen.findByRole('heading', { name: 'Discrepancies' }),
    ).toBeVisible();
    expect(close).toHaveBeenCalledWith(1, false, 2);
    expect(screen.getByRole('button', { name: 'Not checked 2' })).toBeVisible();
  });

  it('says that somebody else noted something meanwhile', async () => {
    render(
      fixtureAudits({
        close: async () => {
          throw await responseError(412, 'Changed');
        },
      }),
    );
    await userEvent.click(await tick('Close the audit'));
    await userEvent.click(
      await within(await screen.findByRole('dialog')).findByRole('button', {
        name: 'Close audit',
      }),
    );
    expect(
      await screen.findByText(/Somebody noted something meanwhile/),
    ).toBeVisible();
  });

  it('is refused to who may not run audits', async () => {
    const refuse = async () => {
      throw await responseError(403, 'Not allowed');
    };
    render({ ...noAudits, get: refuse });
    expect(await screen.findByText(/You may not run audits/)).toBeVisible();
  });

  it('says that there is no such audit', async () => {
    render(noAudits, '/77');
    expect(await screen.findByText('There is no such audit.')).toBeVisible();
  });
});

describe('a closed audit', () => {
  it('shows the discrepancies, and of each kind', async () => {
    render(fixtureAudits(), '/2');
    const list = await screen.findByRole('list', { name: 'Items' });
    expect(within(list).getAllByRole('listitem')).toHaveLength(3);
    expect(list).toHaveTextContent('A file declares the record');
    await userEvent.click(screen.getByRole('button', { name: 'Missing 1' }));
    const missing = await screen.findByRole('list', { name: 'Items' });
    expect(missing).toHaveTextContent('Backup storage');
    expect(within(missing).getAllByRole('listitem')).toHaveLength(1);
    expect(screen.getByTestId('address')).toHaveTextContent('?show=missing');
  });
});
