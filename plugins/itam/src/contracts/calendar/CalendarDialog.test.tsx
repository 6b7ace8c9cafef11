import type {
  CalendarToken,
  ItamCalendarApi,
} from '@backstage-itam/plugin-itam-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderOnFixtures } from '../../__testUtils__/renderOnFixtures';
import { noCalendarTokens, responseError } from '../../fixtures';
import { CalendarButton } from './CalendarButton';

const phone: CalendarToken = {
  id: 7,
  name: 'Phone',
  createdAt: '2026-10-01T08:00:00Z',
  lastUsedOn: '2026-10-23',
  confirmedUntil: '2026-11-22T08:00:00Z',
};

async function openDialog(calendar: Partial<ItamCalendarApi> = {}) {
  renderOnFixtures(<CalendarButton />, {
    api: { calendar: { ...noCalendarTokens, ...calendar } },
  });
  await userEvent.click(
    await screen.findByRole('button', { name: 'Put into my calendar' }),
  );
  return within(await screen.findByRole('dialog'));
}

describe('addresses for calendar programs', () => {
  it('says what the feed contains and that its address is a secret', async () => {
    const dialog = await openDialog();
    expect(dialog.getByText(/contains no amounts/)).toBeVisible();
    expect(dialog.getByText(/The address is a secret/)).toBeVisible();
    expect(await dialog.findByText('You have no address yet.')).toBeVisible();
  });

  it('makes an address and shows it once, to copy or to open', async () => {
    const user = userEvent.setup();
    const createToken = jest.fn(noCalendarTokens.createToken);
    const dialog = await openDialog({ createToken });
    await user.type(
      dialog.getByRole('textbox', { name: /Name of the device/ }),
      ' Phone ',
    );
    await user.click(dialog.getByRole('button', { name: 'Make an address' }));
    const address = await dialog.findByRole('textbox', {
      name: 'Address of Phone',
    });
    expect(createToken).toHaveBeenCalledWith('Phone');
    const url =
      'http://localhost:7007/api/itam/renewals.ics?token=fixture-token';
    expect(address).toHaveValue(url);
    expect(
      dialog.getByRole('link', { name: 'Open in my calendar program' }),
    ).toHaveAttribute('href', url.replace('http:', 'webcal:'));
    await user.click(dialog.getByRole('button', { name: 'Copy' }));
    expect(await dialog.findByText('Copied.')).toBeVisible();
  });

  it('leaves copying to the reader where the browser refuses', async () => {
    const user = userEvent.setup();
    const dialog = await openDialog();
    await user.type(
      dialog.getByRole('textbox', { name: /Name of the device/ }),
      'Phone',
    );
    await user.click(dialog.getByRole('button', { name: 'Make an address' }));
    await dialog.findByRole('textbox', { name: 'Address of Phone' });
    jest
      .spyOn(navigator.clipboard, 'writeText')
      .mockRejectedValue(new Error('not allowed'));
    await user.click(dialog.getByRole('button', { name: 'Copy' }));
    expect(await dialog.findByText(/copy it yourself/)).toBeVisible();
  });

  it('makes none without a name', async () => {
    const createToken = jest.fn(noCalendarTokens.createToken);
    const dialog = await openDialog({ createToken });
    await userEvent.click(
      dialog.getByRole('button', { name: 'Make an address' }),
    );
    expect(
      await dialog.findByText('Say what the address is for.'),
    ).toBeVisible();
    expect(createToken).not.toHaveBeenCalled();
  });

  it('says why no address was made', async () => {
    const dialog = await openDialog({
      createToken: async () => {
        throw await responseError(409, 'Only ten tokens');
      },
    });
    await userEvent.type(
      dialog.getByRole('textbox', { name: /Name of the device/ }),
      'Phone',
    );
    await userEvent.click(
      dialog.getByRole('button', { name: 'Make an address' }),
    );
    expect(await dialog.findByRole('alert')).toHaveTextContent(
      'Only ten tokens',
    );
  });

  it('lists addresses with their last use and revokes one after a question', async () => {
    let tokens = [phone];
    const revokeToken = jest.fn(async () => {
      tokens = [];
    });
    const dialog = await openDialog({
      listTokens: async () => ({ items: tokens }),
      revokeToken,
    });
    const row = await dialog.findByRole('row', { name: /Phone/ });
    expect([...row.children].map(cell => cell.textContent)).toEqual([
      'Phone',
      'Oct 1, 2026',
      'Oct 23, 2026',
      'Nov 22, 2026',
      'Revoke',
    ]);
    await userEvent.click(dialog.getByRole('button', { name: 'Revoke Phone' }));
    const question = within(await screen.findByRole('dialog'));
    expect(question.getByText(/“Phone” answers no more/)).toBeVisible();
    expect(revokeToken).not.toHaveBeenCalled();
    await userEvent.click(question.getByRole('button', { name: 'Revoke' }));
    expect(await screen.findByText('You have no address yet.')).toBeVisible();
    expect(revokeToken).toHaveBeenCalledWith(7);
  });

  it('keeps an address that could not be revoked', async () => {
    const dialog = await openDialog({
      listTokens: async () => ({ items: [phone] }),
      revokeToken: async () => {
        throw await responseError(500, 'database down');
      },
    });
    await userEvent.click(
      await dialog.findByRole('button', { name: 'Revoke Phone' }),
    );
    await userEvent.click(
      within(await screen.findByRole('dialog')).getByRole('button', {
        name: 'Revoke',
      }),
    );
    expect(await screen.findByRole('alert')).toHaveTextContent('database down');
    await userEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(await screen.findByRole('row', { name: /Phone/ })).toBeVisible();
  });

  it('says when there may be none, and that ten are enough', async () => {
    const refused = await openDialog({
      listTokens: async () => {
        throw await responseError(403, 'no');
      },
    });
    expect(
      await refused.findByText(
        'You may not make addresses for calendar programs.',
      ),
    ).toBeVisible();
    await userEvent.click(screen.getAllByRole('button', { name: 'Close' })[0]);
    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
  });

  it('offers no eleventh address', async () => {
    const dialog = await openDialog({
      listTokens: async () => ({
        items: Array.from({ length: 10 }, (_, id) => ({
          ...phone,
          id,
          name: `Phone ${id}`,
        })),
      }),
    });
    expect(await dialog.findByText(/You have 10 addresses/)).toBeVisible();
    expect(
      dialog.queryByRole('button', { name: 'Make an address' }),
    ).not.toBeInTheDocument();
  });
});
