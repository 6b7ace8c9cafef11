import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';
import { Settings } from 'luxon';
import { commonTexts, sectionTexts } from './translation/loadTexts';

// Modules of a page are loaded at its first test and typing goes key by key,
// which a busy machine takes longer for than the defaults allow.
configure({ asyncUtilTimeout: 10_000 });
jest.setTimeout(30_000);

// jsdom lays nothing out, so there is nothing to observe.
class StillResizeObserver implements ResizeObserver {
  observe() {}
  unobserve() {}
  disconnect() {}
}

globalThis.ResizeObserver ??= StillResizeObserver;

// Plugins load the texts beside what they show; tests show parts by themselves.
beforeAll(async () => {
  await commonTexts.load();
  await sectionTexts.load();
});

// The day the fixtures are of: what ends after it has not ended.
Settings.now = () => Date.parse('2026-11-28T12:00:00Z');
