import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderOnFixtures } from '../__testUtils__/renderOnFixtures';
import { responseError } from '../fixtures/responseError';
import { RecordsRouter } from '../pages/RecordsRouter';

jest.mock('./checking/rules', () => {
  throw new Error('Loading chunk 7 failed');
});

it('lets the register check where the rules cannot be loaded', async () => {
  const createRecord = jest.fn(async () => {
    throw await responseError(400, 'spec.type: required');
  });
  renderOnFixtures(<RecordsRouter />, {
    address: '/it-assets/records/new',
    mountPath: '/it-assets/records/*',
    api: { createRecord },
  });
  await userEvent.click(
    await screen.findByRole('button', { name: 'Register' }),
  );
  await waitFor(() => expect(createRecord).toHaveBeenCalledTimes(1));
  expect(await screen.findByText(/spec\.type: required/)).toBeVisible();
});
