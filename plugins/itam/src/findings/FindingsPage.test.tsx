import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ItamApi } from '@backstage-itam/plugin-itam-common';
import { Route, Routes } from 'react-router-dom';
import { onPhone } from '../__testUtils__/onPhone';
import { renderOnFixtures } from '../__testUtils__/renderOnFixtures';
import { AuditsRouter } from '../audits/AuditsRouter';
import {
  fixtureFindings,
  groupEntity,
  noFindings,
  responseError,
} from '../fixtures';
import { AttentionSection } from './AttentionSection';

const render = (path: string, api: Partial<ItamApi>) =>
  renderOnFixtures(
    <Routes>
      <Route path="/it-assets/audits/*" element={<AuditsRouter />} />
    </Routes>,
    { address: `/it-assets/audits${path}`, api },
  );
const address = () => screen.getByTestId('address').textContent;

describe('findings', () => {
  it('says of which record, what is wrong and what to do', async () => {
    render('/findings', { findings: fixtureFindings() });
    const row = await screen.findByRole('row', { name: /PostgreSQL 14/ });
    expect(row).toHaveTextContent('Problem');
    expect(row).toHaveTextContent('Upgrade to a version that is supported.');
    expect(
      within(row).getByRole('link', { name: /PostgreSQL 14/ }),
    ).toHaveAttribute(
      'href',
      '/it-assets/records/asset/default/postgresql-payments',
    );
  });

  it('says all of a finding in one block on a phone, and opens it', async () => {
    await onPhone(async () => {
      render('/findings', { findings: fixtureFindings() });
      const row = await screen.findByRole('row', { name: /PostgreSQL 14/ });
      expect(screen.getAllByRole('columnheader')).toHaveLength(1);
      expect(row).toHaveTextContent('Problem');
      expect(row).toHaveTextContent('Upgrade to a version that is supported.');
      await userEvent.click(
        within(row).getByRole('button', { name: 'In use without support' }),
      );
      expect(await screen.findByRole('dialog')).toBeVisible();
    });
  });

  it('counts by severity and area, and narrows the list by them in the address', async () => {
    render('/findings', { findings: fixtureFindings() });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Warnings 1' }),
    );
    await waitFor(() =>
      expect(
        screen.queryByRole('row', { name: /PostgreSQL 14/ }),
      ).not.toBeInTheDocument(),
    );
    expect(address()).toBe('/it-assets/audits/findings?severity=warning');
    // The counts of severities do not shrink to what is chosen.
    expect(screen.getByRole('button', { name: 'All 2' })).toBeVisible();
    expect(
      await screen.findByRole('button', { name: 'All areas 1' }),
    ).toBeVisible();
    expect(screen.getByRole('button', { name: 'Warranty 1' })).toBeVisible();
  });

  it('asks for everything in the address', async () => {
    const findings = fixtureFindings();
    const list = jest.spyOn(findings, 'list');
    const getCsv = jest.fn(async () => 'id\n');
    jest
      .spyOn(HTMLAnchorElement.prototype, 'click')
      .mockImplementation(() => {});
    URL.createObjectURL = () => 'blob:';
    URL.revokeObjectURL = () => {};
    render(
      '/findings?state=accepted&rule=support-ended&kind=Asset&owner=group:default/payments&record=asset:default/x&severity=nonsense',
      { findings, getCsv },
    );
    expect(await screen.findByText('No finding matches')).toBeVisible();
    const asked = {
      state: 'accepted',
      rule: 'support-ended',
      kind: 'Asset',
      owner: 'group:default/payments',
      record: 'asset:default/x',
      severity: undefined,
    };
    expect(list).toHaveBeenCalledWith(
      expect.objectContaining({ ...asked, limit: 25 }),
    );
    await userEvent.click(screen.getByRole('button', { name: 'Download CSV' }));
    expect(getCsv).toHaveBeenCalledWith(
      '/findings',
      expect.objectContaining({ ...asked, limit: undefined }),
    );
  });

  it('sets a finding aside with a reason and a day, and takes it up again', async () => {
    const findings = fixtureFindings();
    const accept = jest.spyOn(findings, 'accept');
    const reopen = jest.spyOn(findings, 'reopen');
    render('/findings', { findings });
    await userEvent.click(
      await screen.findByRole('button', { name: 'In use without support' }),
    );
    expect(address()).toBe('/it-assets/audits/findings?finding=21');
    await userEvent.click(
      await screen.findByRole('button', { name: 'Set aside' }),
    );
    const dialog = await screen.findByRole('dialog');
    const submit = within(dialog).getByRole('button', { name: 'Set aside' });
    await userEvent.click(submit);
    expect(await within(dialog).findByText(/Say why/)).toBeVisible();
    expect(accept).not.toHaveBeenCalled();
    await userEvent.type(
      within(dialog).getByLabelText(/Reason/),
      'Planned for January',
    );
    await userEvent.click(submit);
    await waitFor(() =>
      expect(accept).toHaveBeenCalledWith(
        21,
        {
          reason: 'Planned for January',
          until: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
        },
        1,
      ),
    );
    // In the history of the finding, and in its facts.
    expect(await screen.findAllByText('Planned for January')).toHaveLength(2);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Take up again' }),
    );
    await userEvent.type(await screen.findByLabelText(/Reason/), 'Too late');
    await userEvent.click(
      screen.getByRole('button', { name: 'Take up again' }),
    );
    await waitFor(() => expect(reopen).toHaveBeenCalledWith(21, 'Too late', 2));
    expect(await screen.findAllByText('Too late')).toHaveLength(2);
  });

  it('says that somebody else was first', async () => {
    render('/findings?finding=21', {
      findings: fixtureFindings({
        accept: async () => {
          throw await responseError(412, 'Changed');
        },
      }),
    });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Set aside' }),
    );
    await userEvent.type(await screen.findByLabelText(/Reason/), 'Later');
    await userEvent.click(screen.getByRole('button', { name: 'Set aside' }));
    expect(
      await screen.findByText(/Somebody changed it meanwhile/),
    ).toBeVisible();
  });

  it.each([
    ['Asset', 'Who may change the record may set this aside.'],
    [
      'Service',
      'Who owns the service, or may deliver lists, may set this aside.',
    ],
  ] as const)(
    'offers nothing to settle of a %s to others',
    async (kind, says) => {
      const findings = fixtureFindings();
      const detail = await findings.get(21);
      render('/findings?finding=21', {
        findings: {
          ...findings,
          get: async () => ({
            ...detail,
            finding: { ...detail.finding, kind },
            canSettle: false,
          }),
        },
      });
      expect(await screen.findByText(says)).toBeVisible();
      expect(
        screen.queryByRole('button', { name: 'Set aside' }),
      ).not.toBeInTheDocument();
    },
  );

  it('says that nothing is open, and that it could not ask', async () => {
    const { unmount } = render('/findings', { findings: noFindings });
    expect(await screen.findByText('Nothing is open')).toBeVisible();
    unmount();
    render('/findings', {
      findings: {
        ...noFindings,
        list: async () => {
          throw await responseError(500, 'Out of order');
        },
      },
    });
    expect(
      await screen.findByText('The register answered: Out of order'),
    ).toBeVisible();
  });
});

describe('policies', () => {
  it('score each chapter and lead to its findings', async () => {
    render('/policies', { findings: fixtureFindings() });
    const card = await screen.findByRole('region', {
      name: 'Maintenance and upgrades',
    });
    expect(card).toHaveTextContent('0 of 2 kept');
    expect(
      within(card).getByRole('link', {
        name: 'Problems in Maintenance and upgrades: 1 open finding',
      }),
    ).toHaveAttribute(
      'href',
      '/it-assets/audits/findings?practice=maintenance-and-upgrades&severity=error',
    );
    expect(
      within(card).getByRole('link', {
        name: '2 findings set aside in Maintenance and upgrades',
      }),
    ).toHaveAttribute(
      'href',
      '/it-assets/audits/findings?practice=maintenance-and-upgrades&state=accepted',
    );
    await userEvent.click(within(card).getByText('2 rules'));
    expect(card).toHaveTextContent('days: 180');
    expect(card).toHaveTextContent('otherwise Note');
    expect(screen.getByRole('region', { name: 'Ownership' })).toHaveTextContent(
      '1 of 1 kept',
    );
    const cataloguing = screen.getByRole('region', { name: 'Cataloguing' });
    expect(cataloguing).toHaveTextContent('0 of 0 kept');
    expect(cataloguing).toHaveTextContent('Switched off');
  });
});

describe('what needs attention', () => {
  const ref = 'group:default/payments';

  it('shows the gravest and leads to all', async () => {
    renderOnFixtures(<AttentionSection ownerRef={ref} />, {
      entity: groupEntity,
      api: { findings: fixtureFindings() },
    });
    const items = await screen.findAllByRole('listitem');
    expect(items[0]).toHaveTextContent('Problem');
    expect(
      screen.getByRole('link', { name: 'Open all 2 findings' }),
    ).toHaveAttribute(
      'href',
      '/it-assets/audits/findings?owner=group%3Adefault%2Fpayments',
    );
  });

  it('says that there is nothing', async () => {
    renderOnFixtures(<AttentionSection ownerRef={ref} />, {
      entity: groupEntity,
    });
    expect(
      await screen.findByText('No rule is broken by what the team owns.'),
    ).toBeVisible();
  });

  it('says that it could not ask', async () => {
    renderOnFixtures(<AttentionSection ownerRef={ref} />, {
      entity: groupEntity,
      api: {
        findings: {
          ...noFindings,
          list: async () => {
            throw await responseError(500, 'Out of order');
          },
        },
      },
    });
    expect(
      await screen.findByText('The register answered: Out of order'),
    ).toBeVisible();
  });
});
