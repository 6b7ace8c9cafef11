/** Opens all sections of a form. */
export async function openSections(page) {
  const closed = page.locator(
    'main button[aria-expanded="false"][slot="trigger"]',
  );
  while ((await closed.count()) > 0) await closed.first().click();
  await page.mouse.move(0, 0);
}
