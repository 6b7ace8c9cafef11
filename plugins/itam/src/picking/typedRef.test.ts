import { typedRef, typedRefOr } from './typedRef';

it.each([
  ['user:default/rita', 'user:default/rita'],
  [' Group:Payments ', 'group:default/payments'],
  ['component:shop/web-2.0', 'component:shop/web-2.0'],
  ['rita', undefined],
  ['default/rita', undefined],
  ['user:', undefined],
  ['https://example.org/x', undefined],
  ['user:a b', undefined],
])('%j is typed as the reference %j', (text, ref) => {
  expect(typedRef(text)).toBe(ref);
});

it.each([
  ['payments', 'group:default/payments'],
  ['shop/Payments', 'group:shop/payments'],
  ['user:rita', 'user:default/rita'],
  ['Payments team', undefined],
])('%j is typed for a group as %j', (text, ref) => {
  expect(typedRefOr('group')(text)).toBe(ref);
});
