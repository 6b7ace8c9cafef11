import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderOnFixtures } from '../__testUtils__/renderOnFixtures';
import { noDiscoveries, responseError, someDiscoveries } from '../fixtures';
import { ShadowItView } from './ShadowItView';

const address = () => screen.getByTestId('address').textContent;
const render = (path: string, discoveries = someDiscoveries()) =>
  renderOnFixtures(<ShadowItView />, { address: path, api: { discoveries } });

describe('shadow IT', () => {
  it('lists what nothing is behind, with where it was found and what was spent', async () => {
    render('/');
    const software = await screen.findByRole('row', { name: /Dropbox/ });
    expect(software).toHaveTextContent(
      '3 devices, 2 users, 1 bill of materials',
    );
    const spend = screen.getByRole('row', { name: /Miro/ });
    expect(spend).toHaveTextContent('2 entries');
    expect(spend).toHaveTextContent('€345.60');
    expect(screen.getByText('2 names')).toBeVisible();
    expect(screen.queryByText(/IntelliJ/)).not.toBeInTheDocument();
  });

  it('asks the register what the address says', async () => {
    const list = jest.fn(someDiscoveries().list);
    render(
      '/?of=shadow-it&kind=software&state=any&q=i&sort=lastSeen&order=desc&limit=50&colour=red',
      someDiscoveries({ list }),
    );
    expect(await screen.findByText(/IntelliJ/)).toBeVisible();
    expect(list).toHaveBeenCalledWith({
      kind: 'software',
      q: 'i',
      sort: 'lastSeen',
      order: 'desc',
      limit: 50,
    });
  });

  it('says that everything is known', async () => {
    render('/', noDiscoveries);
    expect(
      await screen.findByText('Everything that was found is known'),
    ).toBeVisible();
  });

  it('says why it is not visible', async () => {
    render(
      '/',
      someDiscoveries({
        list: async () => {
          throw await responseError(403, 'no');
        },
      }),
    );
    expect(
      await screen.findByText(/You may not see what discovery lists/),
    ).toBeVisible();
  });

  it('shows where one was found and leads back to the list as it was', async () => {
    render('/?of=shadow-it&kind=software');
    await userEvent.click(await screen.findByRole('link', { name: /Dropbox/ }));
    expect(address()).toBe('/?of=shadow-it&kind=software&discovery=1');
    const found = await screen.findByRole('table', {
      name: 'Where it was found',
    });
    expect(
      within(found).getByRole('link', { name: 'LT-000201' }),
    ).toHaveAttribute('href', '/it-assets/records/asset/default/laptop-erin');
    expect(within(found).getByText('unknown-host')).toBeVisible();
    expect(
      within(found).getByRole('row', { name: /Bill of materials/ }),
    ).toHaveTextContent(/payments-api/i);
    await userEvent.click(
      screen.getByRole('link', { name: 'Back to the list' }),
    );
    expect(address()).toBe('/?of=shadow-it&kind=software');
  });

  it('sets spend with a known supplier beside what its records charge', async () => {
    const register = someDiscoveries();
    await register.map(3, 'miro', 4);
    render('/?discovery=3', register);
    const table = await screen.findByRole('table', {
      name: 'Spent and charged, by month',
    });
    expect(within(table).getAllByRole('row')[1]).toHaveTextContent(
      /Oct 2026\s*€172.80\s*€120.00\s*€52.80/,
    );
  });

  it('maps a name to a product', async () => {
    const register = someDiscoveries();
    const map = jest.fn(register.map);
    render('/?discovery=1', { ...register, map });
    await userEvent.click(await screen.findByRole('button', { name: 'Map…' }));
    const dialog = await screen.findByRole('dialog');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Map' }));
    expect(
      within(dialog).getByText('Choose or type what it is.'),
    ).toBeVisible();
    expect(map).not.toHaveBeenCalled();
    await userEvent.type(
      within(dialog).getByRole('combobox', { name: /Product/ }),
      'Dropbox Business',
    );
    // Leaves the field, so that its list closes.
    await userEvent.tab();
    await userEvent.click(within(dialog).getByRole('button', { name: 'Map' }));
    await waitFor(() =>
      expect(map).toHaveBeenCalledWith(1, 'Dropbox Business', 1),
    );
    expect(await screen.findByText('Matched')).toBeVisible();
    expect(screen.getByText('Dropbox Business')).toBeVisible();
  });

  it('dismisses with a reason and reopens', async () => {
    const register = someDiscoveries();
    const dismiss = jest.fn(register.dismiss);
    render('/?discovery=3', { ...register, dismiss });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Dismiss…' }),
    );
    const dialog = await screen.findByRole('dialog');
    const submit = within(dialog).getByRole('button', { name: 'Dismiss' });
    await userEvent.click(submit);
    expect(within(dialog).getByText('Give a reason.')).toBeVisible();
    await userEvent.type(
      within(dialog).getByRole('textbox', { name: /Reason/ }),
      'A trial',
    );
    await userEvent.click(submit);
    await waitFor(() => expect(dismiss).toHaveBeenCalledWith(3, 'A trial', 4));
    expect(await screen.findByText('Dismissed')).toBeVisible();
    expect(screen.getByText('A trial')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Reopen…' }));
    await userEvent.type(
      within(await screen.findByRole('dialog')).getByRole('textbox', {
        name: /Reason/,
      }),
      'It is used',
    );
    await userEvent.click(
      within(screen.getByRole('dialog')).getByRole('button', {
        name: 'Reopen',
      }),
    );
    expect(await screen.findByText('Unmatched')).toBeVisible();
  });

  it('says what the register refuses, and offers to reload what is stale', async () => {
    const map = jest
      .fn()
      .mockRejectedValueOnce(
        await responseError(400, 'There is no product "Drop"'),
      )
      .mockRejectedValueOnce(await responseError(412, 'stale'));
    render('/?discovery=1', someDiscoveries({ map }));
    await userEvent.click(await screen.findByRole('button', { name: 'Map…' }));
    const dialog = await screen.findByRole('dialog');
    await userEvent.type(within(dialog).getByRole('combobox'), 'Drop');
    await userEvent.tab();
    await userEvent.click(within(dialog).getByRole('button', { name: 'Map' }));
    expect(
      await within(dialog).findByText(/There is no product "Drop"/),
    ).toBeVisible();
    await userEvent.click(within(dialog).getByRole('button', { name: 'Map' }));
    expect(
      await within(dialog).findByText(/Somebody changed it meanwhile/),
    ).toBeVisible();
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Reload' }),
    );
    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
  });
});
