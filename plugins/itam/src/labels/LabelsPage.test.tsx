import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { create } from 'qrcode';
import { renderOnFixtures } from '../__testUtils__/renderOnFixtures';
import { laptopDetail, responseError } from '../fixtures';
import { LabelsPage } from './LabelsPage';

jest.mock('qrcode', () => {
  const actual = jest.requireActual('qrcode');
  return { ...actual, create: jest.fn(actual.create) };
});

const getRecord = async () => laptopDetail;
const preview = () =>
  screen.findByRole('group', { name: 'Preview of the labels' });

describe('LabelsPage', () => {
  it('labels a record with tag, name and owner, and a code that opens its page', async () => {
    renderOnFixtures(<LabelsPage />, {
      address: '/?ref=asset:default/hw-000871',
      api: { getRecord },
    });
    const label = within(await preview()).getByRole('article');
    expect(label).toHaveTextContent('HW-000871');
    expect(label).toHaveTextContent('ThinkPad T14 of Rita');
    expect(label).toHaveTextContent('Payments');
    expect(
      within(label).getByRole('img', {
        name: 'QR code of ThinkPad T14 of Rita',
      }),
    ).toBeVisible();
    expect(create).toHaveBeenCalledWith(
      'http://localhost/it-assets/records/asset/default/hw-000871',
      expect.anything(),
    );
  });

  it('prints the labels and says how many', async () => {
    const print = jest.spyOn(window, 'print').mockImplementation(() => {});
    renderOnFixtures(<LabelsPage />, {
      address: '/?ref=asset:default/a&ref=asset:default/b',
      api: { getRecord },
    });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Print 2 labels' }),
    );
    expect(print).toHaveBeenCalledTimes(1);
  });

  it('leaves out the places of a sheet that are used already', async () => {
    renderOnFixtures(<LabelsPage />, {
      address: '/?ref=asset:default/a&size=a4-3x8&skip=23',
      api: { getRecord },
    });
    const group = await preview();
    // 23 used places and the label fill one sheet.
    expect(group.querySelectorAll('[aria-hidden="true"]')).toHaveLength(23);
    expect(within(group).getAllByRole('article')).toHaveLength(1);
  });

  it('keeps the labels of others when one record may not be seen', async () => {
    renderOnFixtures(<LabelsPage />, {
      address: '/?ref=asset:default/a&ref=asset:default/hidden',
      api: {
        getRecord: async ref => {
          if (ref === 'asset:default/hidden') {
            throw await responseError(404, 'No such record');
          }
          return laptopDetail;
        },
      },
    });
    expect(
      await screen.findByText('1 record was not found, or you may not see it.'),
    ).toBeVisible();
    expect(within(await preview()).getAllByRole('article')).toHaveLength(1);
  });

  it('says what to do when nothing is chosen, or nothing may be seen', async () => {
    const { unmount } = renderOnFixtures(<LabelsPage />);
    expect(await screen.findByText('No record is chosen')).toBeVisible();
    unmount();
    renderOnFixtures(<LabelsPage />, {
      address: '/?ref=asset:default/hidden',
      api: {
        getRecord: async () => {
          throw await responseError(404, 'No such record');
        },
      },
    });
    expect(
      await screen.findByText(/There is no record asset:default\/hidden/),
    ).toBeVisible();
  });
});
