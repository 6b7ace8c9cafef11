import { act, renderHook, waitFor } from '@testing-library/react';
import { responseError } from '../fixtures';
import { useLoad } from './useLoad';

describe('useLoad', () => {
  it('keeps the last answer while the next is on its way, and ignores late ones', async () => {
    const answers = new Map<string, (value: string) => void>();
    const ask = (key: string) =>
      new Promise<string>(resolve => answers.set(key, resolve));
    const { result, rerender } = renderHook(
      ({ key }) => useLoad(key, () => ask(key)),
      { initialProps: { key: 'a' } },
    );
    expect(result.current.state).toBe('loading');
    await act(async () => answers.get('a')?.('A'));
    expect(result.current).toMatchObject({ value: 'A', stale: false });

    rerender({ key: 'b' });
    expect(result.current).toMatchObject({ value: 'A', stale: true });
    rerender({ key: 'c' });
    await act(async () => answers.get('c')?.('C'));
    await act(async () => answers.get('b')?.('B'));
    expect(result.current).toMatchObject({ value: 'C', stale: false });
  });

  it('tells refusals from errors and tries again', async () => {
    const ask = jest
      .fn<Promise<string>, []>()
      .mockRejectedValueOnce(await responseError(403, 'no'))
      .mockRejectedValueOnce(await responseError(404, 'gone'))
      .mockRejectedValueOnce(await responseError(500, 'broken'))
      .mockRejectedValueOnce('text')
      .mockResolvedValue('at last');
    const { result } = renderHook(() => useLoad('key', ask));
    const failures = [
      { kind: 'forbidden' },
      { kind: 'not-found' },
      { kind: 'error', message: 'broken' },
      { kind: 'error', message: 'text' },
    ];
    for (const failure of failures) {
      await waitFor(() => expect(result.current).toMatchObject({ failure }));
      act(() => result.current.retry());
    }
    await waitFor(() =>
      expect(result.current).toMatchObject({ value: 'at last' }),
    );
  });
});
