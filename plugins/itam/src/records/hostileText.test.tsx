import { screen } from '@testing-library/react';
import type { RecordDetail } from '@backstage-itam/plugin-itam-common';
import type { JsonValue } from '@backstage/types';
import { renderOnFixtures } from '../__testUtils__/renderOnFixtures';
import { assetDetail, contractDetail, licenseDetail } from '../fixtures';
import { RecordView } from './RecordView';

const CORPUS = [
  '<script>window.taken = 1</script>',
  '<img src="x" onerror="window.taken = 1">',
  '"><svg/onload=window.taken=1>',
  '<iframe srcdoc="<script>parent.taken = 1</script>"></iframe>',
  '<a href="javascript:window.taken=1">open</a>',
  "{{constructor.constructor('window.taken = 1')()}}",
];

/** What people and other tools may write into a record. */
const FREE_TEXT = new Set([
  'title',
  'description',
  'product',
  'publisher',
  'model',
  'manufacturer',
  'serialNumber',
  'tag',
  'location',
  'reason',
  'note',
  'text',
  'purchaseOrder',
  'number',
  'version',
]);

function poisoned<T>(value: T, text: string): T {
  const walk = (one: JsonValue, key = ''): JsonValue => {
    if (typeof one === 'string') {
      return FREE_TEXT.has(key) ? text : one;
    }
    if (Array.isArray(one)) {
      return one.map(part => walk(part, key));
    }
    return one !== null && typeof one === 'object'
      ? Object.fromEntries(
          Object.entries(one).map(([name, part]) => [
            name,
            walk(part ?? null, name),
          ]),
        )
      : one;
  };
  return JSON.parse(JSON.stringify(walk(JSON.parse(JSON.stringify(value)))));
}

const hrefs = () =>
  [...document.querySelectorAll('[href], [src]')].map(
    one => one.getAttribute('href') ?? one.getAttribute('src') ?? '',
  );

describe.each([
  ['an asset', assetDetail],
  ['a licence', licenseDetail],
  ['a contract', contractDetail],
])('%s with text that would be code', (_, detail: RecordDetail) => {
  it.each(CORPUS)('shows it as text: %s', async text => {
    const hostile = poisoned(detail, text);
    renderOnFixtures(<RecordView recordRef={hostile.record.ref} />, {
      api: { getRecord: async () => hostile },
    });
    expect(await screen.findByRole('heading', { name: text })).toBeVisible();
    expect(
      document.body.querySelectorAll(
        'script, iframe, object, embed, [onerror], [onload]',
      ),
    ).toHaveLength(0);
    expect(
      hrefs().filter(href => /^\s*(?:javascript|data):/i.test(href)),
    ).toEqual([]);
    expect(window).not.toHaveProperty('taken');
  });
});
