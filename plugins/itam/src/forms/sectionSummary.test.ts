import { sectionSummary } from './sectionSummary';

const words = {
  entries: (count: number) => `${count} entries`,
  date: (iso: string) => `day ${iso.slice(8)}`,
};

describe('what a closed section says of its fields', () => {
  it('is their texts, days as they are read and how long lists are', () => {
    expect(
      sectionSummary(
        ['2027-01-31', undefined, { title: 'Rent', of: [1, 2] }],
        words,
      ),
    ).toBe('day 31 · Rent · 2 entries');
  });

  it('is nothing where they are empty', () => {
    expect(sectionSummary([undefined, '', [], null], words)).toBeUndefined();
  });
});
