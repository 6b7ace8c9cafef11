import { writePagedAddress } from './pagedAddress';

describe('writePagedAddress', () => {
  const search = new URLSearchParams('q=rack&cursor=abc');

  it('starts again from the first page when the question changes', () => {
    expect(writePagedAddress(search, { q: 'ups' }).toString()).toBe('q=ups');
    expect(writePagedAddress(search, { q: undefined }).toString()).toBe('');
  });

  it('keeps the question when it turns a page', () => {
    expect(writePagedAddress(search, { cursor: 'def' }).toString()).toBe(
      'q=rack&cursor=def',
    );
    expect(writePagedAddress(search, { cursor: undefined }).toString()).toBe(
      'q=rack',
    );
  });

  it('leaves the address it was given alone', () => {
    writePagedAddress(search, { q: 'ups' });
    expect(search.toString()).toBe('q=rack&cursor=abc');
  });
});
