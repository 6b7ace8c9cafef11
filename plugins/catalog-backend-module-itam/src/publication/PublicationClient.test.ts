import { RegisterUnavailableError } from '../register/errors';
import { PublicationClient } from './PublicationClient';

const ENTITY = {
  apiVersion: 'itam/v1alpha1',
  kind: 'Asset',
  metadata: { name: 'a' },
  spec: { class: 'hardware' },
};
const ITEM = { ref: 'asset:default/a', entity: ENTITY };
const { signal } = new AbortController();

function setUp(body: unknown, status = 200) {
  const request = jest.fn(
    async (_method: string, _path: string, _options: unknown) =>
      new Response(typeof body === 'string' ? body : JSON.stringify(body), {
        status,
      }),
  );
  return { request, client: new PublicationClient({ request }) };
}

describe('PublicationClient', () => {
  it('reads a page of changes', async () => {
    const { client, request } = setUp({
      items: [
        { sequence: 4, ...ITEM },
        { sequence: 5, ref: 'asset:default/b' },
      ],
      last: 5,
      epoch: 'one',
      more: true,
    });
    expect(await client.listChanges(3, signal)).toEqual({
      items: [ITEM, { ref: 'asset:default/b' }],
      last: 5,
      epoch: 'one',
      more: true,
    });
    expect(request).toHaveBeenCalledWith('GET', '/changes?after=3&limit=100', {
      signal,
    });
  });

  it('reads a page of everything, and the next one', async () => {
    const { client, request } = setUp({
      items: [ITEM],
      nextCursor: 'b+/=',
      last: 5,
      epoch: 'one',
    });
    const page = await client.listPublished(undefined, signal);
    expect(page).toEqual({
      items: [ITEM],
      nextCursor: 'b+/=',
      last: 5,
      epoch: 'one',
    });
    await client.listPublished(page.nextCursor, signal);
    expect(request.mock.calls.map(([, path]) => path)).toEqual([
      '/published?limit=100',
      '/published?cursor=b%2B%2F%3D&limit=100',
    ]);
  });

  const page = { items: [ITEM], last: 5, epoch: 'one', more: false };

  it.each<[string, unknown, number]>([
    ['an error', { error: { message: 'starting' } }, 503],
    ['no JSON', '<html>', 200],
    ['no object', [], 200],
    ['no items', { ...page, items: undefined }, 200],
    ['no epoch', { ...page, epoch: '' }, 200],
    ['no sequence', { ...page, last: -1 }, 200],
    ['a sequence that is text', { ...page, last: '5' }, 200],
    ['an item without a ref', { ...page, items: [{ entity: ENTITY }] }, 200],
    [
      'an entity of another ref',
      { ...page, items: [{ ...ITEM, ref: 'asset:default/b' }] },
      200,
    ],
    [
      'an entity of another kind',
      {
        ...page,
        items: [{ ref: 'user:default/a', entity: { ...ENTITY, kind: 'User' } }],
      },
      200,
    ],
    ['what is no entity', { ...page, items: [{ ...ITEM, entity: {} }] }, 200],
  ])('takes %s for no answer', async (_, body, status) => {
    const { client } = setUp(body, status);
    await expect(client.listChanges(0, signal)).rejects.toThrow(
      RegisterUnavailableError,
    );
    await expect(client.listPublished(undefined, signal)).rejects.toThrow(
      RegisterUnavailableError,
    );
  });

  it('wants to know whether there are more changes', async () => {
    const { client } = setUp({ ...page, more: undefined });
    await expect(client.listChanges(0, signal)).rejects.toThrow(
      RegisterUnavailableError,
    );
  });

  it('wants an entity of everything that is published', async () => {
    const { client } = setUp({ ...page, items: [{ ref: 'asset:default/a' }] });
    await expect(client.listPublished(undefined, signal)).rejects.toThrow(
      RegisterUnavailableError,
    );
  });
});
