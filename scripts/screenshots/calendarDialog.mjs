const NAME = 'Phone';

/** Makes an address in the dialog and shows it without its secret. */
export async function showCalendarDialog(page) {
  await page.getByRole('button', { name: 'Put into my calendar' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name of the device or program').fill(NAME);
  await dialog.getByRole('button', { name: 'Make an address' }).click();
  const address = dialog.getByLabel(`Address of ${NAME}`);
  await address.waitFor();
  await dialog.getByRole('button', { name: `Revoke ${NAME}` }).waitFor();
  await address.evaluate(field => {
    field.value =
      'http://localhost:7007/api/itam/renewals.ics?token=1.ttUgj3gmlcJX…';
  });
  return async () => {
    await dialog.getByRole('button', { name: `Revoke ${NAME}` }).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: 'Revoke', exact: true })
      .click();
    await page.getByText('You have no address yet.').waitFor();
  };
}
