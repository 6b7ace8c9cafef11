import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import base from '../playwright.config';

/** Browser tests against the fresh portal, which freshPortal.mjs starts. */
export default defineConfig({
  ...base,
  testDir: __dirname,
  outputDir: join(__dirname, '../.test/fresh-portal'),
  projects: [{ name: 'fresh-portal' }],
});
