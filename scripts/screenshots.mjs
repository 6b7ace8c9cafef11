// Takes the screenshots of README and docs from a running portal:
// PORTAL_URL=http://localhost:7007 yarn screenshots [name …]
// SCREENSHOT_THEME=dark shows every page dark and SCREENSHOT_WIDTH=360 as wide,
// best in a SCREENSHOT_FOLDER of their own.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { chromiumPath } from './setup/debian.mjs';
import { discoveredLists } from './screenshots/discoveredLists.mjs';
import { exampleAudit } from './screenshots/exampleAudit.mjs';
import { exampleImport } from './screenshots/exampleImport.mjs';
import { pages } from './screenshots/pages.mjs';
import { runMain } from './setup/progress.mjs';
import { settled } from './screenshots/settled.mjs';
import { screenshotRecords } from './screenshots/screenshotRecords.mjs';
import { root } from './setup/toolchain.mjs';

const portal = process.env.PORTAL_URL ?? 'http://localhost:7007';
const folder = join(root, process.env.SCREENSHOT_FOLDER ?? 'docs/images');
const theme = process.env.SCREENSHOT_THEME;
const width = Number(process.env.SCREENSHOT_WIDTH) || undefined;

const WIDE = { width: 1400, height: 1000 };
const NARROW = { width: 360, height: 780 };
const VARIANTS = { dark: { dark: true }, narrow: { narrow: true } };

/** A page and the other pictures of it; one each where all look the same. */
function* pictures() {
  for (const [name, persona, path, { also = [], ...how } = {}] of pages) {
    yield { name, persona, path, how };
    if (theme || width) continue;
    for (const variant of also) {
      // On a phone everything is shown, however long it is.
      const height = variant === 'narrow' ? undefined : how.height;
      yield {
        name: `${name}-${variant}`,
        persona,
        path,
        how: { ...how, height, ...VARIANTS[variant] },
      };
    }
  }
}

async function shoot(browser, { name, persona, path: address, how }) {
  const example = how.importing && (await exampleImport(portal, how.importing));
  const audit = how.audit && (await exampleAudit(portal));
  const path = (address ?? '/it-assets')
    .replace(':import', example?.id)
    .replace(':audit', audit);
  const viewport = how.narrow ? NARROW : WIDE;
  if (width) Object.assign(viewport, { width });
  const context = await browser.newContext({
    viewport,
    colorScheme: theme ?? (how.dark ? 'dark' : 'light'),
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  await page.goto(portal);
  const choice = page.getByRole('button', {
    name: new RegExp(persona ?? 'Erin'),
  });
  await choice.waitFor();
  if (persona) {
    await choice.click();
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    await page.goto(portal + path);
    // What is under the pointer looks pressed.
    await page.mouse.move(0, 0);
    await page.waitForLoadState('networkidle');
    await settled(page);
    await how.before?.(page);
  }
  const cleanUp = await how.then?.(page, portal);
  // The portal scrolls inside its main element: make the window as tall as it.
  const contentHeight = await settled(page);
  const most = width ? contentHeight : how.height ?? contentHeight;
  await page.setViewportSize({
    width: viewport.width,
    height: Math.min(most, width ? 9000 : 5000),
  });
  await settled(page);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - window.innerWidth,
  );
  await page.screenshot({ path: join(folder, `${name}.png`) });
  await cleanUp?.();
  await context.close();
  await example?.cleanUp();
  const wider = overflow > 0 ? `  ${overflow} px too wide` : '';
  process.stdout.write(`${name}.png${wider}\n`);
}

await runMain(async () => {
  mkdirSync(folder, { recursive: true });
  const browser = await chromium.launch({
    executablePath: chromiumPath(),
    chromiumSandbox: false,
  });
  const wanted = new Set(process.argv.slice(2));
  const chosen = [...pictures()].filter(
    ({ name }) => wanted.size === 0 || wanted.has(name),
  );
  for (const picture of chosen.filter(({ how }) => !how.added)) {
    await shoot(browser, picture);
  }
  // What these show costs something: the figures above are without it.
  const added = chosen.filter(({ how }) => how.added);
  if (added.length > 0) {
    await discoveredLists(portal);
    const shown = await screenshotRecords(portal);
    for (const picture of added) await shoot(browser, picture);
    await shown.remove();
  }
  await browser.close();
});
