import { nodeOfText } from '.';

describe('a typed node', () => {
  it.each([
    ['all', 'all'],
    [' supplier:dell ', 'supplier:dell'],
    ['class:cloud', 'class:cloud'],
    ['cost-center:4711', 'cost-center:4711'],
    ['Component:default/Shop', 'component:default/shop'],
    ['group:payments', 'group:default/payments'],
  ])('%s is %s', (text, of) => {
    expect(nodeOfText(text)).toBe(of);
  });

  it.each(['', 'payments', 'supplier:', 'group:', ':x', 'a:b/c/d:e'])(
    '%p is none',
    text => {
      expect(nodeOfText(text)).toBeUndefined();
    },
  );
});
