import { defineConfig } from '@playwright/test';

/**
 * Browser tests against a portal that `npm test` has started with the example
 * organisation. `portal` runs first; `restarted` runs against the same data
 * after the portal was stopped and started again.
 */
export default defineConfig({
  testDir: 'e2e',
  outputDir: '.test/browser',
  timeout: 90_000,
  expect: { timeout: 20_000 },
  workers: 1,
  retries: 0,
  forbidOnly: true,
  reporter: [['list'], ['json']],
  use: {
    baseURL: process.env.PORTAL_URL ?? 'http://localhost:7007',
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
      chromiumSandbox: false,
      args: [
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  projects: [
    { name: 'portal', testIgnore: /restarted/ },
    { name: 'restarted', testMatch: /restarted/ },
  ],
});
