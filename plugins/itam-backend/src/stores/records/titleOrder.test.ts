import { titleOrder } from './titleOrder';

function sorted(...titles: string[]): string[] {
  return [...titles]
    .map(title => ({ title, order: titleOrder(title) }))
    .sort((a, b) => (a.order < b.order ? -1 : 1))
    .map(({ title }) => title);
}

describe('titles', () => {
  it('are sorted in any letter case', () => {
    expect(sorted('AWS', 'amir’s laptop', 'Zoom', 'adobe')).toEqual([
      'adobe',
      'amir’s laptop',
      'AWS',
      'Zoom',
    ]);
  });

  it('have letters with marks beside those without', () => {
    expect(sorted('Zebra', 'Ärzte', 'Apfel', 'É-bike', 'Ente')).toEqual([
      'Apfel',
      'Ärzte',
      'É-bike',
      'Ente',
      'Zebra',
    ]);
  });

  it('are sorted by the value of their numbers', () => {
    expect(sorted('Laptop 10', 'laptop 9', 'laptop 09a', 'Laptop 100')).toEqual(
      ['laptop 9', 'laptop 09a', 'Laptop 10', 'Laptop 100'],
    );
  });
});
