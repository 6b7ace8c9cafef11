import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderOnFixtures } from '../../__testUtils__/renderOnFixtures';
import { CameraScan } from './CameraScan';

const stop = jest.fn();

class Reader {
  async detect() {
    return [{ rawValue: 'HW-000133' }];
  }
}

function withCamera(getUserMedia: () => Promise<unknown>) {
  Reflect.set(window, 'BarcodeDetector', Reader);
  Object.defineProperty(navigator, 'mediaDevices', {
    configurable: true,
    value: { getUserMedia },
  });
}

beforeEach(() => {
  stop.mockClear();
  jest.spyOn(HTMLMediaElement.prototype, 'play').mockResolvedValue();
});
afterEach(() => {
  Reflect.deleteProperty(window, 'BarcodeDetector');
  Reflect.deleteProperty(navigator, 'mediaDevices');
});

const button = (name: string) => screen.findByRole('button', { name });

it('is not offered where the browser reads no codes', async () => {
  renderOnFixtures(
    <>
      <CameraScan onCode={jest.fn()} />
      <p>rendered</p>
    </>,
  );
  expect(await screen.findByText('rendered')).toBeVisible();
  expect(screen.queryByRole('button')).not.toBeInTheDocument();
});

it('hands on a label once while it is in the picture, and lets the camera go', async () => {
  withCamera(async () => ({ getTracks: () => [{ stop }] }));
  const onCode = jest.fn();
  renderOnFixtures(<CameraScan onCode={onCode} />);
  await userEvent.click(await button('Use the camera'));
  await waitFor(() => expect(onCode).toHaveBeenCalledWith('HW-000133'));
  await new Promise(resolve => setTimeout(resolve, 600));
  expect(onCode).toHaveBeenCalledTimes(1);
  await userEvent.click(await button('Switch the camera off'));
  expect(stop).toHaveBeenCalled();
});

it('says that the camera cannot be used', async () => {
  withCamera(async () => {
    throw new Error('denied');
  });
  renderOnFixtures(<CameraScan onCode={jest.fn()} />);
  await userEvent.click(await button('Use the camera'));
  expect(await screen.findByRole('alert')).toHaveTextContent(
    'The camera cannot be used.',
  );
  expect(await button('Use the camera')).toBeVisible();
});
