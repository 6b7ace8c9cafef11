import { readVariantValues } from './variantValues';

describe('values of findings', () => {
  it.each([
    { day: '2026-05-01', days: 90 },
    {
      examples: [{ text: 'example', values: { name: 'a' } }, { text: 'more' }],
    },
    {},
  ])('are read as they were written: %j', values => {
    expect(readVariantValues(JSON.stringify(values))).toEqual(values);
  });

  it('are none where none were written', () => {
    expect(readVariantValues(null)).toEqual({});
  });

  it.each([
    '[]',
    'null',
    '{"day":null}',
    '{"examples":["a"]}',
    '{"examples":[{"text":"a","values":{"b":[]}}]}',
  ])('are nothing else: %s', stored => {
    expect(() => readVariantValues(stored)).toThrow(/fill no text/);
  });
});
