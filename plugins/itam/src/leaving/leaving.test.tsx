import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderOnFixtures } from '../__testUtils__/renderOnFixtures';
import { UserHoldingsCard } from '../entity/UserHoldingsCard';
import {
  assetDetail,
  contractSummary,
  laptopDetail,
  responseError,
  seatsDetail,
  userEntity,
} from '../fixtures';
import type { ItamApi, RecordQuery } from '@backstage-itam/plugin-itam-common';

const details = [laptopDetail, assetDetail, seatsDetail];
const listRecords = async (query: RecordQuery = {}) => {
  const items = query.owner
    ? [contractSummary]
    : details
        .map(({ record }) => record)
        .filter(({ kind }) => kind === query.kind);
  return { items, totalItems: items.length };
};
const getRecord = async (ref: string) =>
  details.find(({ record }) => record.ref === ref) ?? laptopDetail;

const openFlow = async (api: Partial<ItamApi>) => {
  renderOnFixtures(<UserHoldingsCard />, {
    entity: userEntity,
    api: { listRecords, getRecord, ...api },
  });
  await userEvent.click(
    await screen.findByRole('button', { name: 'Take everything back' }),
  );
  await screen.findByRole('checkbox', { name: /ThinkPad/ });
  return within(screen.getByRole('dialog'));
};

describe('a person who leaves', () => {
  it('gives back all they hold; their seats go to another', async () => {
    const returnAssignments = jest.fn(getRecord);
    const assignRecord = jest.fn(async () => seatsDetail);
    const dialog = await openFlow({ returnAssignments, assignRecord });
    expect(dialog.getByText('needs a new owner')).toBeVisible();
    const day = dialog.getByLabelText(/Last day/);
    await userEvent.clear(day);
    await userEvent.type(day, '2026-10-31');
    await userEvent.type(
      dialog.getByRole('combobox', { name: /Hand the seats on to/ }),
      'user:default/rita',
    );
    await userEvent.tab();
    await userEvent.click(dialog.getByRole('button', { name: 'Take back' }));
    expect(await screen.findByText('2 done.')).toBeVisible();
    expect(returnAssignments).toHaveBeenCalledWith(
      'asset:default/hw-000871',
      { date: '2026-10-31', note: 'Left the company', to: 'in-stock' },
      4,
    );
    expect(returnAssignments).toHaveBeenCalledWith(
      'license:default/jetbrains',
      {
        date: '2026-10-31',
        note: 'Left the company',
        holders: ['user:default/guest'],
      },
      3,
    );
    expect(assignRecord).toHaveBeenCalledWith(
      'license:default/jetbrains',
      {
        to: ['user:default/rita'],
        from: '2026-11-01',
        note: 'Left the company',
      },
      3,
      expect.any(String),
    );
    // What is declared in Git is not sent.
    expect(returnAssignments).toHaveBeenCalledTimes(2);
  });

  it('says for each record what was not done, and why', async () => {
    const dialog = await openFlow({
      returnAssignments: async ref => {
        if (ref.startsWith('asset:')) {
          throw await responseError(409, 'Nobody holds it');
        }
        return seatsDetail;
      },
    });
    await userEvent.click(dialog.getByRole('button', { name: 'Take back' }));
    expect(await screen.findByText('1 done. 1 not done.')).toBeVisible();
    const lines = within(
      screen.getByRole('list', { name: 'Outcomes' }),
    ).getAllByRole('listitem');
    expect(lines.map(line => line.textContent)).toEqual([
      'ThinkPad T14 of RitaNobody holds it',
      'JetBrains All ProductsDone',
    ]);
  });

  it('is not offered to those who may not take anything back', async () => {
    const asked = jest.fn(async () => ({ ...laptopDetail, rights: undefined }));
    renderOnFixtures(<UserHoldingsCard />, {
      entity: userEntity,
      api: { listRecords, getRecord: asked },
    });
    await screen.findByRole('table', { name: 'Assigned assets' });
    await waitFor(() => expect(asked).toHaveBeenCalledTimes(2));
    expect(
      screen.queryByRole('button', { name: 'Take everything back' }),
    ).not.toBeInTheDocument();
  });
});
