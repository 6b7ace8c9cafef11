import '@testing-library/jest-dom';

// jsdom lays nothing out, so there is nothing to observe.
class StillResizeObserver implements ResizeObserver {
  observe() {}
  unobserve() {}
  disconnect() {}
}

globalThis.ResizeObserver ??= StillResizeObserver;
