import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ItamApi } from '@backstage-itam/plugin-itam-common';
import { Route, Routes } from 'react-router-dom';
import { renderOnFixtures } from '../__testUtils__/renderOnFixtures';
import {
  assetSummary,
  fixtureAudits,
  noAudits,
  responseError,
} from '../fixtures';
import { AuditsRouter } from './AuditsRouter';

const render = (api: Partial<ItamApi>, search = '') =>
  renderOnFixtures(
    <Routes>
      <Route path="/it-assets/audits/*" element={<AuditsRouter />} />
    </Routes>,
    { address: `/it-assets/audits${search}`, api },
  );

describe('the list of audits', () => {
  it('shows how far each is and what differs', async () => {
    render({ audits: fixtureAudits() });
    const open = await screen.findByRole('row', { name: /Frankfurt, rack 15/ });
    expect(open).toHaveTextContent('Assets · Frankfurt DC1 / rack 15');
    expect(open).toHaveTextContent('Open0 of 30');
    const closed = screen.getByRole('row', { name: /Rack 15 last year/ });
    expect(closed).toHaveTextContent('Closed2 of 33');
    expect(
      within(closed).getByRole('link', { name: 'Rack 15 last year' }),
    ).toHaveAttribute('href', '/it-assets/audits/2');
  });

  it('asks for the state in the address', async () => {
    render({ audits: fixtureAudits() }, '?state=closed');
    expect(
      await screen.findByRole('row', { name: /Rack 15 last year/ }),
    ).toBeVisible();
    expect(
      screen.queryByRole('row', { name: /Frankfurt, rack 15/ }),
    ).not.toBeInTheDocument();
  });

  it('says what an audit is when there is none', async () => {
    render({ audits: noAudits });
    expect(await screen.findByText('Nothing was audited yet')).toBeVisible();
  });

  it('is refused to who may not run audits, who sees the way to findings', async () => {
    render({
      audits: {
        ...noAudits,
        list: async () => {
          throw await responseError(403, 'Not allowed');
        },
      },
    });
    expect(await screen.findByText(/You may not run audits/)).toBeVisible();
    expect(
      screen.queryByRole('button', { name: 'Open an audit' }),
    ).not.toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Findings' })).toBeVisible();
  });

  it('opens an audit over a scope once it has a name', async () => {
    const audits = fixtureAudits();
    const create = jest.spyOn(audits, 'create');
    render({
      audits,
      listRecords: async query => ({
        items: [
          assetSummary,
          { ...assetSummary, ref: 'asset:default/other', location: 'Cellar' },
        ],
        totalItems: query?.kind ? 2 : 5,
      }),
    });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Open an audit' }),
    );
    const dialog = await screen.findByRole('dialog');
    expect(
      await within(dialog).findByText('It will expect 2 records.'),
    ).toBeVisible();
    await userEvent.type(
      within(dialog).getByRole('combobox', {
        name: /Place, or what it begins with/,
      }),
      'Frankfurt DC1',
    );
    expect(
      await screen.findByText('It will expect 1 record.'),
    ).toBeInTheDocument();
    const submit = within(dialog).getByText('Open audit');
    await userEvent.click(submit);
    expect(
      await within(dialog).findByText(/Give it a name/),
    ).toBeInTheDocument();
    await userEvent.type(within(dialog).getByLabelText(/^Name/), 'Rack 14');
    await userEvent.click(submit);
    await waitFor(() =>
      expect(create).toHaveBeenCalledWith(
        {
          name: 'Rack 14',
          scope: { kind: 'Asset', location: 'Frankfurt DC1' },
        },
        expect.stringMatching(/^[0-9a-f]{32}$/),
      ),
    );
    await waitFor(() =>
      expect(screen.getByTestId('address')).toHaveTextContent(
        '/it-assets/audits/1',
      ),
    );
  });

  it('says in the register’s words why an audit was not opened', async () => {
    render({
      audits: fixtureAudits({
        create: async () => {
          throw await responseError(400, 'a scope with 1 to 10000 records');
        },
      }),
    });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Open an audit' }),
    );
    const dialog = await screen.findByRole('dialog');
    await userEvent.type(within(dialog).getByLabelText(/^Name/), 'Nothing');
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Open audit' }),
    );
    expect(
      await screen.findByText(
        'It was not saved: a scope with 1 to 10000 records',
      ),
    ).toBeVisible();
  });
});
