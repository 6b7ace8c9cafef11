import type { NewServicing } from '@backstage-itam/plugin-itam-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderOnFixtures } from '../__testUtils__/renderOnFixtures';
import {
  assetDetail,
  depreciationSchedule,
  depreciationScheduleByMonth,
  responseError,
  servicings,
} from '../fixtures';
import { OwnershipPanel } from './OwnershipPanel';
import { SchedulePanel } from './SchedulePanel';
import { ServicingPanel } from './ServicingPanel';

const REF = assetDetail.record.ref;
const cells = (row: HTMLElement) =>
  [...row.children].map(cell => cell.textContent);
const rowsOf = async (name: string) =>
  within(await screen.findByRole('table', { name })).getAllByRole('row');

describe('the depreciation schedule', () => {
  it('tells past, current and future fiscal years apart', async () => {
    renderOnFixtures(<SchedulePanel recordRef={REF} />);
    const rows = await rowsOf('Depreciation schedule');
    expect(rows.map(cells)).toEqual([
      ['Period', 'Opening', 'Depreciation', 'Closing'],
      ['FY24 ', '€24,999.00', '−€4,312.31', '€20,686.69'],
      ['FY25 ', '€20,686.69', '−€5,749.75', '€14,936.94'],
      ['FY26 now', '€14,936.94', '−€5,749.75', '€9,187.19'],
      ['FY27 ahead', '€9,187.19', '−€5,749.75', '€3,437.44'],
      ['FY28 ahead', '€3,437.44', '−€1,437.44', '€2,000.00'],
    ]);
  });

  it('switches to months, and saves what is shown', async () => {
    const getCsv = jest.fn(async () => 'period\n');
    URL.createObjectURL = () => 'blob:x';
    URL.revokeObjectURL = () => {};
    renderOnFixtures(<SchedulePanel recordRef={REF} />, {
      api: {
        getCsv,
        getSchedule: async (_ref, query) =>
          query?.by === 'month'
            ? depreciationScheduleByMonth
            : depreciationSchedule,
      },
    });
    await rowsOf('Depreciation schedule');
    await userEvent.click(screen.getByRole('radio', { name: 'Months' }));
    expect(await screen.findByText('Apr 2024')).toBeVisible();
    expect(await rowsOf('Depreciation schedule')).toHaveLength(49);
    await userEvent.click(screen.getByRole('button', { name: 'Download CSV' }));
    await waitFor(() =>
      expect(getCsv).toHaveBeenCalledWith(
        '/records/asset/default/payments-db-eu1/schedule',
        { by: 'month' },
      ),
    );
  });

  it('has columns for impairment and improvement when there is one, and the result of a disposal', async () => {
    const [first, ...rest] = depreciationSchedule.periods;
    renderOnFixtures(<SchedulePanel recordRef={REF} />, {
      api: {
        getSchedule: async () => ({
          ...depreciationSchedule,
          periods: [
            { ...first, impairment: '100.00', improvement: '50.00' },
            ...rest,
          ],
          disposal: {
            date: '2026-09-30',
            book: '9000.00',
            proceeds: '7500.00',
            result: '-1500.00',
          },
        }),
      },
    });
    const rows = await rowsOf('Depreciation schedule');
    expect(cells(rows[0]).slice(3, 5)).toEqual(['Impairment', 'Improvement']);
    expect(cells(rows[1]).slice(3, 5)).toEqual(['−€100.00', '+€50.00']);
    expect(cells(rows[2]).slice(3, 5)).toEqual(['–', '–']);
    expect(
      screen.getByRole('region', { name: 'Disposal on Sep 30, 2026' }),
    ).toHaveTextContent(
      'Book value given up€9,000.00Proceeds€7,500.00Loss€1,500.00',
    );
  });

  it('says when there is none yet', async () => {
    renderOnFixtures(<SchedulePanel recordRef={REF} />, {
      api: {
        getSchedule: async () => {
          throw await responseError(404, 'No schedule');
        },
      },
    });
    expect(await screen.findByText(/It is not depreciated yet/)).toBeVisible();
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
  });
});

describe('the total cost of ownership', () => {
  it('never adds currencies', async () => {
    if (!assetDetail.ownershipCost) {
      throw new Error('The fixture has none');
    }
    renderOnFixtures(<OwnershipPanel cost={assetDetail.ownershipCost} />);
    const rows = await rowsOf('Total cost of ownership');
    expect(rows.map(cells).slice(4)).toEqual([
      ['Contracts, its share', '€3,120.00 + $240.00'],
      ['Total', '€38,147.60 + $240.00'],
    ]);
  });
});

describe('servicing', () => {
  const fill = async () => {
    await userEvent.click(
      await screen.findByRole('button', { name: 'Add servicing' }),
    );
    return screen.findByRole('dialog');
  };

  it('lists what was done, what it cost and when it is due again', async () => {
    renderOnFixtures(<ServicingPanel detail={assetDetail} />);
    const rows = await rowsOf('Servicing');
    expect(cells(rows[1])).toEqual([
      'Second power supply replacedSep 14, 2026 · Repair · dell · RE-2026-0912',
      '€418.60',
      'Take back',
    ]);
    expect(rows[2]).toHaveTextContent('Next due Mar 2, 2027');
  });

  it('offers nothing to who may not change the record, and no cost to who may not see it', async () => {
    renderOnFixtures(
      <ServicingPanel detail={{ ...assetDetail, costVisible: false }} />,
      {
        api: {
          listServicings: async () => ({ ...servicings, canAdd: false }),
        },
      },
    );
    const rows = await rowsOf('Servicing');
    expect(cells(rows[0])).toEqual(['What was done']);
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
  });

  it('asks for what is missing before it asks the register', async () => {
    const addServicing = jest.fn();
    renderOnFixtures(<ServicingPanel detail={assetDetail} />, {
      api: { addServicing },
    });
    const dialog = await fill();
    await userEvent.type(within(dialog).getByLabelText('Cost'), '12,x');
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Record' }),
    );
    expect(await within(dialog).findByText('Say what was done.')).toBeVisible();
    expect(
      within(dialog).getByText('12,x is no amount of EUR, like 1234.50.'),
    ).toBeVisible();
    expect(addServicing).not.toHaveBeenCalled();
  }, 15_000);

  it('keeps the dialog with the words of the register, and sends again with the same key', async () => {
    const sent: [NewServicing, string][] = [];
    const listServicings = jest.fn(async () => servicings);
    renderOnFixtures(<ServicingPanel detail={assetDetail} />, {
      api: {
        listServicings,
        addServicing: async (_ref, servicing, key) => {
          sent.push([servicing, key]);
          if (sent.length === 1) {
            throw await responseError(400, 'date must not be in the future');
          }
          return { ...servicings.items[0], id: 13 };
        },
      },
    });
    const dialog = await fill();
    await userEvent.type(
      within(dialog).getByLabelText(/What was done/),
      'Fan replaced',
    );
    await userEvent.type(within(dialog).getByLabelText('Cost'), '80.50');
    const record = within(dialog).getByRole('button', { name: 'Record' });
    await userEvent.click(record);
    expect(await within(dialog).findByRole('alert')).toHaveTextContent(
      'It was not saved: date must not be in the future',
    );
    await userEvent.click(record);
    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
    expect(sent[0][0]).toEqual({
      date: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
      kind: 'maintenance',
      title: 'Fan replaced',
      cost: { amount: '80.50', currency: 'EUR' },
    });
    expect(sent[1]).toEqual(sent[0]);
    expect(sent[0][1]).toMatch(/^[0-9a-f]{32}$/);
    await waitFor(() => expect(listServicings).toHaveBeenCalledTimes(2));
  }, 15_000);

  it('asks before it takes one back', async () => {
    const voidServicing = jest.fn(async () => {});
    renderOnFixtures(<ServicingPanel detail={assetDetail} />, {
      api: { voidServicing },
    });
    await userEvent.click(
      await screen.findByRole('button', {
        name: 'Take back: Yearly inspection',
      }),
    );
    const dialog = await screen.findByRole('dialog');
    expect(dialog).toHaveTextContent('“Yearly inspection” of Mar 2, 2026');
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Take back' }),
    );
    await waitFor(() => expect(voidServicing).toHaveBeenCalledWith(REF, 9));
    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
  });

  it('says when nothing is recorded', async () => {
    renderOnFixtures(<ServicingPanel detail={assetDetail} />, {
      api: { listServicings: async () => ({ items: [], canAdd: false }) },
    });
    expect(await screen.findByText('No servicing is recorded.')).toBeVisible();
  });
});
