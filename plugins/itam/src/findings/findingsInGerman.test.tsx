import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { FindingEntry, ItamApi } from '@backstage-itam/plugin-itam-common';
import type { ReactElement } from 'react';
import { Route, Routes } from 'react-router-dom';
import { renderOnFixtures } from '../__testUtils__/renderOnFixtures';
import { AuditsRouter } from '../audits/AuditsRouter';
import { assetDetail, findings, fixtureFindings } from '../fixtures';
import { RecordFindings } from './RecordFindings';

const ofCompany: FindingEntry = {
  ...findings[1],
  id: 23,
  rule: 'sticker-missing',
  title: 'No sticker',
  message: 'It has no sticker since 2026-03-31. Put one on.',
  variant: 'message',
  values: { day: '2026-03-31' },
};
const ofManyParts: FindingEntry = {
  ...findings[0],
  id: 24,
  rule: 'discovered-product-unmatched',
  title: 'Discovered product not in the register',
  message: '"Zoom $t(x) {{y}}" was found',
  variant: 'none',
  values: {
    name: 'Zoom $t(x) {{y}}',
    places: [
      { text: 'devices', values: { count: 1 } },
      { text: 'users', values: { count: 2 } },
      { text: 'services', values: { count: 3 } },
    ],
  },
};
const ofFractions: FindingEntry = {
  ...findings[0],
  id: 25,
  rule: 'cost-unallocated',
  message: 'The shares of the services come to 33.5 percent.',
  variant: 'message',
  values: { percent: 33.5 },
};
/** As the register sends it until it is evaluated again. */
const ofBefore: FindingEntry = {
  ...findings[0],
  id: 26,
  message: 'Support of version 9 ended on 2026-11-12. Upgrade.',
  variant: undefined,
  values: undefined,
};
const listing = (...items: FindingEntry[]) =>
  fixtureFindings({
    list: async () => ({
      items,
      totalItems: items.length,
      bySeverity: [],
      byArea: [],
      pending: 0,
    }),
  });

function renderInGerman(
  element: ReactElement,
  address: string,
  api: Partial<ItamApi>,
) {
  const language = { availableLanguages: ['en', 'de'], defaultLanguage: 'de' };
  return renderOnFixtures(element, {
    address,
    api,
    config: {
      app: {
        baseUrl: 'http://localhost:3000',
        extensions: [{ 'api:app/app-language': { config: language } }],
      },
      backend: { baseUrl: 'http://localhost:7007' },
    },
  });
}
const renderTab = (path: string, api: Partial<ItamApi>) =>
  renderInGerman(
    <Routes>
      <Route path="/it-assets/audits/*" element={<AuditsRouter />} />
    </Routes>,
    `/it-assets/audits${path}`,
    api,
  );

describe('findings in a German portal', () => {
  it('are in German, their dates too', async () => {
    renderTab('/findings', { findings: fixtureFindings() });
    expect(
      await screen.findByText(
        'Der Support der Version 14.19 endete am 12. Nov. 2026. Wechseln Sie zu einer Version mit Support.',
      ),
    ).toBeVisible();
    expect(
      screen.getByText(/^Die Garantie endet am 31\. März 2027\./),
    ).toBeVisible();
    await userEvent.click(
      screen.getByRole('button', { name: 'In Nutzung ohne Support' }),
    );
    const dialog = await screen.findByRole('dialog', {
      name: 'In Nutzung ohne Support',
    });
    expect(
      await within(dialog).findByText(/^Der Support der Version 14\.19/),
    ).toBeVisible();
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Zurückstellen' }),
    );
    expect(
      within(await screen.findByRole('dialog')).getByText(
        /^Der Support der Version 14\.19 endete am 12\. Nov\. 2026/,
      ),
    ).toBeVisible();
  });

  it('are in English where a company has rules of its own', async () => {
    renderTab('/findings', { findings: listing(ofCompany) });
    expect(
      await screen.findByText(
        'It has no sticker since 31. März 2026. Put one on.',
      ),
    ).toBeVisible();
    expect(screen.getByRole('button', { name: 'No sticker' })).toBeVisible();
  });

  it('are in English until the register has evaluated them again', async () => {
    renderTab('/findings', { findings: listing(ofBefore) });
    expect(
      await screen.findByText(/^Support of version 9 ended on 12\. Nov\. 2026/),
    ).toBeVisible();
  });

  it('are put together of German parts, and say names as they are', async () => {
    renderTab('/findings', { findings: listing(ofManyParts, ofFractions) });
    expect(
      await screen.findByText(
        /^„Zoom \$t\(x\) {{y}}“ wurde auf 1 Gerät und bei 2 Personen und in den Stücklisten von 3 Diensten gefunden/,
      ),
    ).toBeVisible();
    expect(
      screen.getByText(/^Die Anteile der Dienste ergeben 33,5 Prozent\./),
    ).toBeVisible();
  });

  it('are in German on a record, with what it says of itself', async () => {
    const detail = {
      ...assetDetail,
      findings: [
        {
          rule: 'removed-without-disposal',
          message: 'Removed on 2026-03-31 without a disposal',
          variant: 'message',
          values: { day: '2026-03-31' },
          severity: 'warning' as const,
        },
      ],
    };
    renderInGerman(<RecordFindings detail={detail} />, '/', {
      findings: fixtureFindings(),
    });
    expect(
      await screen.findByText(
        'Warnung: Entfernt am 31. März 2026, ohne Abgang',
      ),
    ).toBeVisible();
    expect(
      screen.getByRole('link', { name: 'Einzelheiten: Garantie endet bald' }),
    ).toBeVisible();
  });

  it('come from rules with German names and descriptions', async () => {
    renderTab('/policies', { findings: fixtureFindings() });
    expect(
      (await screen.findAllByText('In Nutzung ohne Support'))[0],
    ).toBeInTheDocument();
    expect(
      screen.getByText(
        'Versionen in Nutzung haben Support, damit Fehler behoben werden.',
      ),
    ).toBeInTheDocument();
  });
});
