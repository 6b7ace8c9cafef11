import { act, renderHook } from '@testing-library/react';
import { responseError } from '../fixtures';
import { usePolled } from './usePolled';

const setHidden = (hidden: boolean) => {
  Object.defineProperty(document, 'hidden', {
    configurable: true,
    value: hidden,
  });
  document.dispatchEvent(new Event('visibilitychange'));
};

describe('usePolled', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
    setHidden(false);
  });

  const pass = (ms: number) => act(() => jest.advanceTimersByTimeAsync(ms));

  it('asks again while work goes on, less and less often, and then stops', async () => {
    let asked = 0;
    const ask = jest.fn(async () => {
      asked += 1;
      return asked;
    });
    const { result } = renderHook(() => usePolled('a', ask, n => n < 12));
    expect(result.current.state).toBe('loading');
    await pass(0);
    expect(result.current).toMatchObject({ state: 'ready', value: 1 });
    await pass(1_000);
    expect(ask).toHaveBeenCalledTimes(2);
    await pass(1_000);
    expect(ask).toHaveBeenCalledTimes(2);
    await pass(250);
    expect(ask).toHaveBeenCalledTimes(3);
    await pass(60_000);
    expect(ask).toHaveBeenCalledTimes(12);
    await pass(60_000);
    expect(ask).toHaveBeenCalledTimes(12);
  });

  it('waits while nobody sees the page', async () => {
    const ask = jest.fn(async () => 0);
    renderHook(() => usePolled('a', ask, () => true));
    await pass(0);
    setHidden(true);
    await pass(60_000);
    expect(ask).toHaveBeenCalledTimes(1);
    await act(async () => setHidden(false));
    expect(ask).toHaveBeenCalledTimes(2);
  });

  it('keeps what it knew when an attempt fails, and goes on', async () => {
    let fails = false;
    let asked = 0;
    const ask = jest.fn(async () => {
      asked += 1;
      if (fails) {
        throw new Error('offline');
      }
      return asked;
    });
    const { result } = renderHook(() => usePolled('a', ask, () => true));
    await pass(0);
    fails = true;
    await pass(1_000);
    expect(result.current).toMatchObject({ value: 1, interrupted: true });
    fails = false;
    await pass(1_250);
    expect(result.current).toMatchObject({ value: 3, interrupted: false });
  });

  it('says that it is gone when it is', async () => {
    const ask = jest
      .fn()
      .mockResolvedValueOnce(1)
      .mockRejectedValue(await responseError(404, 'gone'));
    const { result } = renderHook(() => usePolled('a', ask, () => true));
    await pass(0);
    await pass(1_000);
    expect(result.current).toMatchObject({
      state: 'failed',
      failure: { kind: 'not-found' },
    });
  });

  it('goes on from an answer that came with a change', async () => {
    const ask = jest.fn(async () => 'done');
    const { result } = renderHook(() =>
      usePolled('a', ask, value => value === 'working'),
    );
    await pass(0);
    ask.mockResolvedValueOnce('working');
    act(() => result.current.replace('working'));
    expect(result.current).toMatchObject({ value: 'working' });
    await pass(0);
    await pass(1_000);
    expect(result.current).toMatchObject({ value: 'done' });
    expect(ask).toHaveBeenCalledTimes(3);
  });
});
