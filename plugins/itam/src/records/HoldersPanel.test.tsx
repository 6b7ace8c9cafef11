import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { AssignmentQuery } from '@backstage-itam/plugin-itam-common';
import { renderOnFixtures } from '../__testUtils__/renderOnFixtures';
import {
  depreciationSchedule,
  laptopDetail,
  responseError,
  retiredLaptop,
} from '../fixtures';
import { DisposalPanel } from './DisposalPanel';
import { HoldersPanel } from './HoldersPanel';

const entry = (id: number, more: object = {}) => ({
  id,
  to: { ref: `user:default/p${id}`, title: `Person ${id}`, resolved: true },
  from: '2026-03-01',
  ...more,
});

describe('HoldersPanel', () => {
  it('lists who held it, in pages', async () => {
    const listAssignments = jest.fn(
      async (_ref: string, query: AssignmentQuery = {}) => ({
        items: query.cursor
          ? [entry(1, { until: '2026-02-28' })]
          : [entry(2, { dueBack: '2026-04-01', overdue: true })],
        totalItems: 11,
        nextCursor: query.cursor ? undefined : 'c2',
        open: 1,
        canAssign: true,
      }),
    );
    renderOnFixtures(<HoldersPanel detail={laptopDetail} />, {
      api: { listAssignments },
    });
    const row = await screen.findByRole('row', { name: /Person 2/ });
    expect(row).toHaveTextContent('Overdue');
    expect(row).toHaveTextContent('due back Apr 1, 2026');
    await userEvent.click(screen.getByRole('button', { name: 'Next' }));
    expect(
      await screen.findByRole('row', { name: /Person 1.*Feb 28, 2026/ }),
    ).toBeVisible();
    expect(listAssignments).toHaveBeenLastCalledWith(
      'asset:default/hw-000871',
      { limit: 10, cursor: 'c2' },
    );
    await userEvent.click(screen.getByRole('button', { name: 'Previous' }));
    expect(await screen.findByText('Person 2')).toBeVisible();
  });

  it('says when nobody held it, and when it failed', async () => {
    const { unmount } = renderOnFixtures(
      <HoldersPanel detail={laptopDetail} />,
      {
        api: {
          listAssignments: async () => ({
            items: [],
            totalItems: 0,
            open: 0,
            canAssign: false,
          }),
        },
      },
    );
    expect(await screen.findByText('Nobody has held it yet.')).toBeVisible();
    unmount();
    renderOnFixtures(<HoldersPanel detail={laptopDetail} />, {
      api: {
        listAssignments: async () => {
          throw await responseError(503, 'Try later');
        },
      },
    });
    expect(await screen.findByText(/Try later/)).toBeVisible();
  });
});

describe('DisposalPanel', () => {
  it('says what a disposal came to and leads to the forecast', async () => {
    renderOnFixtures(<DisposalPanel detail={retiredLaptop} />, {
      api: {
        getSchedule: async () => ({
          ...depreciationSchedule,
          disposal: {
            date: '2026-10-20',
            book: '10145.48',
            proceeds: '9000.00',
            result: '-1145.48',
          },
        }),
      },
    });
    expect(await screen.findByText('Replaced')).toBeVisible();
    expect(await screen.findByText('€1,145.48')).toBeVisible();
    await waitFor(() =>
      expect(
        screen.getByText(/Forecast from next month to .* for this asset/),
      ).toBeVisible(),
    );
    expect(
      screen.getByRole('link', { name: 'Open the forecast' }),
    ).toHaveAttribute(
      'href',
      '/it-assets/finance/forecast?of=asset%3Adefault%2Fhw-000871',
    );
  });

  it('asks for no money the reader may not see', async () => {
    const getSchedule = jest.fn();
    renderOnFixtures(
      <DisposalPanel detail={{ ...retiredLaptop, costVisible: false }} />,
      { api: { getSchedule } },
    );
    expect(await screen.findByText('Replaced')).toBeVisible();
    expect(getSchedule).not.toHaveBeenCalled();
  });
});
