import { readSignedCursor, writeSignedCursor } from './signedCursor';

const LIST = ['rates', { currency: 'USD' }];

describe('signed cursors', () => {
  const cursor = writeSignedCursor(LIST, ['2026-01-31', 7], 'secret');

  it('come back as they were written', () => {
    expect(readSignedCursor(LIST, cursor, 'secret')).toEqual(['2026-01-31', 7]);
  });

  it.each([
    ['another list', ['rates', {}], cursor, 'secret'],
    ['another register', LIST, cursor, 'other'],
    ['an edited position', LIST, `WyJ4Il0.${cursor.split('.')[1]}`, 'secret'],
    ['a missing signature', LIST, cursor.split('.')[0], 'secret'],
    ['more than a cursor', LIST, `${cursor}.x`, 'secret'],
    ['a signature of other letters', LIST, `a.${'ü'.repeat(43)}`, 'secret'],
    ['nothing', LIST, '', 'secret'],
  ])('refuse %s', (_what, list, text, secret) => {
    expect(() => readSignedCursor(list, text, secret)).toThrow(
      /does not belong to this list/,
    );
  });
});
