/** Opens a dialog by the buttons that lead to it. */
export function press(...names) {
  return async page => {
    for (const name of names) {
      await page.getByRole('button', { name, exact: true }).click();
    }
    await page.getByRole('dialog').waitFor();
  };
}
