import { safeUrl, specAmount, specAt, specList, specText } from './spec';

const spec = {
  tag: 'HW-1',
  quantity: 3,
  warranty: { until: '2027-03-31' },
  documents: [{ title: 'A' }, 'no', null, { title: 'B' }],
  financials: { purchase: { amount: '1.00', currency: 'EUR' } },
};

it('reads by path and gives nothing where there is nothing', () => {
  expect(specText(spec, 'warranty', 'until')).toBe('2027-03-31');
  expect(specText(spec, 'quantity')).toBe('3');
  expect(specText(spec, 'warranty')).toBeUndefined();
  expect(specText(spec, 'tag', 'until')).toBeUndefined();
  expect(specAt(spec, 'no', 'where')).toBeUndefined();
  expect(specList(spec, 'documents')).toEqual([{ title: 'A' }, { title: 'B' }]);
  expect(specList(spec, 'tag')).toEqual([]);
  expect(specAmount(spec, 'financials', 'purchase')).toEqual({
    amount: '1.00',
    currency: 'EUR',
  });
  expect(specAmount(spec, 'financials', 'price')).toBeUndefined();
});

it.each([
  ['https://example.com/a', true],
  ['mailto:a@example.com', true],
  // eslint-disable-next-line no-script-url
  ['javascript:alert(1)', false],
  [' JavaScript:alert(1)', false],
  ['data:text/html,x', false],
  ['/relative', false],
  [undefined, false],
])('follows %s: %s', (url, follows) => {
  expect(safeUrl(url)).toBe(follows ? url : undefined);
});
