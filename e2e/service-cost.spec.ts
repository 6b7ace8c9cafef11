import { expect, test } from '@playwright/test';
import { cents, euros, workedFigure, workedFigures } from './expected';
import { apiAs, open, portalUrl, signIn } from './portal';

const service = '/catalog/default/component/payments-api';

test('the cost card shows the figure that the docs work out by hand', async ({
  page,
}) => {
  const worked = workedFigure('component:default/payments-api', 'used');
  await signIn(page, 'Erin');
  await open(page, `${service}?month=2026-10`);
  const card = page.getByRole('region', { name: 'Cost', exact: true });
  await expect(card).toContainText(euros(worked.convertedEUR));
  await expect(card).toContainText(/Covers \d+ of \d+ records/);
  await expect(card).toContainText('Oct 2026');
});

test('the tab lists every record behind the figure, and they add up', async ({
  page,
}) => {
  const worked = workedFigure('component:default/payments-api', 'used');
  const records = new Set(worked.byRecord.map(part => part.record));
  await signIn(page, 'Erin');
  await open(page, `${service}/assets-cost?from=2026-10&to=2026-10&by=record`);
  const table = page.getByRole('table', { name: 'Records behind the cost' });
  // One header, one row a record, one total.
  await expect(table.getByRole('row')).toHaveCount(records.size + 2);
  const amounts = await table
    .locator('tbody tr td:nth-of-type(3), tbody tr td:nth-child(4)')
    .allInnerTexts();
  const parts = amounts
    .map(text => text.match(/€([\d,]+\.\d\d)/)?.[1].replace(/,/g, ''))
    .filter((text): text is string => text !== undefined);
  expect(parts).toHaveLength(records.size);
  const sum = parts.map(cents).reduce((total, part) => total + part, 0n);
  expect(sum).toBe(cents(worked.convertedEUR));
  await expect(table.getByRole('row').last()).toContainText(
    euros(worked.convertedEUR),
  );
});

for (const { of, basis, months } of workedFigures) {
  test(`the API answers the worked figure of ${of} (${basis})`, async () => {
    const worked = months['2026-10'];
    const api = await apiAs(portalUrl, 'Fiona');
    const response = await api.get('/api/itam/costs', {
      params: { of, basis, from: '2026-10', to: '2026-10', by: 'record' },
    });
    const answer = await response.json();
    expect(answer.total.converted.total).toBe(worked.convertedEUR);
    const booked = Object.fromEntries(
      answer.total.booked.map((series: { currency: string; total: string }) => [
        series.currency,
        series.total,
      ]),
    );
    expect(booked).toEqual({
      EUR: worked.EUR,
      USD: worked.USD,
      GBP: worked.GBP,
    });
  });
}

test('the tab downloads the same figures as CSV', async ({ page }) => {
  await signIn(page, 'Erin');
  await open(page, `${service}/assets-cost?from=2026-10&to=2026-10&by=record`);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download CSV' }).click();
  const file = await download;
  const stream = await file.createReadStream();
  let text = '';
  for await (const chunk of stream) text += chunk;
  expect(text.split(/\r?\n/)[0]).toContain('month');
  expect(text).toContain('2026-10');
  expect(text).toContain('AWS account payments-prod');
});
