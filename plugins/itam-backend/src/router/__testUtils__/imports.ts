import type { ShopRegister } from './shopRegister';
import type { Persona } from './startRegister';

/** How a file is uploaded in tests. */
export interface UploadOptions {
  persona?: Persona;
  query?: Record<string, string>;
  contentType?: string;
}

/** Uploads a file, whatever the answer. */
export function upload(
  { register }: ShopRegister,
  file: string | Buffer,
  options: UploadOptions = {},
) {
  const { persona = 'finance', query = {} } = options;
  const { contentType = 'text/csv' } = options;
  const search = new URLSearchParams(query).toString();
  return register
    .post(persona, `/imports${search === '' ? '' : `?${search}`}`)
    .set('Content-Type', contentType)
    .send(file);
}

/** Uploads a file and waits until it is checked. */
export async function checked(
  shop: ShopRegister,
  file: string | Buffer,
  options: UploadOptions = {},
) {
  const answer = await upload(shop, file, options);
  expect([answer.status, answer.text]).toEqual([201, expect.anything()]);
  return await settled(shop, answer.body.id, options.persona);
}

/** An import once its work is done. */
export async function settled(
  shop: ShopRegister,
  id: string,
  persona: Persona = 'finance',
) {
  await shop.register.imported();
  const answer = await shop.register.get(persona, `/imports/${id}`);
  expect(answer.status).toBe(200);
  return answer.body;
}

/** The rows of an import. */
export async function rowsOf(
  shop: ShopRegister,
  id: string,
  query = '',
  persona: Persona = 'finance',
) {
  const answer = await shop.register.get(
    persona,
    `/imports/${id}/rows?limit=500${query}`,
  );
  expect(answer.status).toBe(200);
  return answer.body.items;
}

/** Does something with the newest version of an import, and waits for it. */
export async function act(
  shop: ShopRegister,
  id: string,
  what: 'commit' | 'undo' | 'mapping',
  body: object = {},
  persona: Persona = 'finance',
) {
  const before = await shop.register.get(persona, `/imports/${id}`);
  const answer = await shop.register
    .post(persona, `/imports/${id}/${what}`)
    .set('If-Match', before.headers.etag)
    .send(body);
  expect([answer.status, answer.text]).toEqual([200, expect.anything()]);
  return await settled(shop, id, persona);
}

/** A CSV file of rows under a header. */
export function csvOf(
  header: readonly string[],
  rows: readonly (readonly string[])[],
): string {
  return [header, ...rows]
    .map(row => row.map(cell => `"${cell.replaceAll('"', '""')}"`).join(','))
    .map(line => `${line}\n`)
    .join('');
}

/** Columns of {@link laptops}. */
export const laptopHeader = [
  'Tag',
  'Title',
  'Class',
  'Type',
  'Stage',
  'Status',
  'Owner',
  'Assignee',
  'Location',
  'In service since',
  'Purchase cost',
  'Purchase currency',
  'Purchase date',
  'Life in months',
  'Depreciation method',
] as const;

/** Rows of laptops in use, by tag; with what differs from laptop to laptop. */
export function laptops(
  tags: readonly string[],
  over: Partial<Record<(typeof laptopHeader)[number], string>> = {},
): string {
  return csvOf(
    laptopHeader,
    tags.map(tag => {
      const values: Record<(typeof laptopHeader)[number], string> = {
        Tag: tag,
        Title: `Laptop ${tag}`,
        Class: 'hardware',
        Type: 'laptop',
        Stage: 'maintenance',
        Status: 'in-use',
        Owner: 'group:default/payments',
        Assignee: 'user:default/member',
        Location: 'Berlin',
        'In service since': '2026-01-01',
        'Purchase cost': '2400.00',
        'Purchase currency': 'EUR',
        'Purchase date': '2026-01-01',
        'Life in months': '24',
        'Depreciation method': 'straight-line',
        ...over,
      };
      return laptopHeader.map(name => values[name]);
    }),
  );
}
