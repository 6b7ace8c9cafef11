import { expect, test } from '@playwright/test';
import { open, signIn } from './portal';

test('the menu of a service begins a record for it', async ({ page }) => {
  await signIn(page, 'Amir');
  await open(page, '/catalog/default/component/payments-api');
  await page.getByRole('button', { name: /more/i }).click();
  await page
    .getByRole('menuitem', { name: 'Register an asset for this service' })
    .click();
  await expect(
    page.getByRole('heading', { name: 'Register a record' }),
  ).toBeVisible();
  await expect(page.getByRole('combobox', { name: /^Owner/ })).toHaveValue(
    /payments/i,
  );
  await expect(
    page.getByRole('combobox', { name: /^Service/ }).first(),
  ).toHaveValue(/payments-api/);
});

test('who may not register begins a catalog file', async ({ page }) => {
  await signIn(page, 'Erin');
  await open(page, '/catalog/default/component/payments-api');
  await page.getByRole('button', { name: /more/i }).click();
  await page
    .getByRole('menuitem', { name: 'Register an asset for this service' })
    .click();
  await expect(page).toHaveURL(/as=yaml/);
  await expect(page.getByText('component:default/payments-api')).toBeVisible();
});

test('the menu of a record opens it in IT Assets', async ({ page }) => {
  await signIn(page, 'Amir');
  await open(page, '/catalog/default/asset/payments-db-eu1');
  await page.getByRole('button', { name: /more/i }).click();
  await page.getByRole('menuitem', { name: 'Open in IT Assets' }).click();
  await expect(page).toHaveURL(
    /\/it-assets\/records\/asset\/default\/payments-db-eu1$/,
  );
});
