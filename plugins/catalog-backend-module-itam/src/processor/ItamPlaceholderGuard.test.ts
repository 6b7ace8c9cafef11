import type { Entity } from '@backstage/catalog-model';
import type { JsonObject } from '@backstage/types';
import { ItamPlaceholderGuard } from './ItamPlaceholderGuard';

const entityOf = (spec: JsonObject, kind = 'Asset'): Entity => ({
  apiVersion: 'itam/v1alpha1',
  kind,
  metadata: { name: 'a' },
  spec,
});

describe('ItamPlaceholderGuard', () => {
  const guard = new ItamPlaceholderGuard();

  it('runs before the processor that follows placeholders', () => {
    expect(guard.getPriority()).toBeLessThan(20);
  });

  it.each<[JsonObject, string]>([
    [{ financials: { $json: './a.json' } }, 'spec.financials.$json'],
    [{ financials: { $text: './a.txt' } }, 'spec.financials.$text'],
    [
      { financials: { charges: [{ amount: { $text: './a' } }] } },
      'spec.financials.charges[0].amount.$text',
    ],
    [{ $yaml: './spec.yaml' }, 'spec.$yaml'],
    [{ documents: [{ $openapi: './a' }] }, 'spec.documents[0].$openapi'],
  ])('refuses %p and names it', async (spec, path) => {
    await expect(guard.preProcessEntity(entityOf(spec))).rejects.toThrow(path);
    await expect(
      guard.preProcessEntity(entityOf(spec, 'asset')),
    ).rejects.toThrow(path);
  });

  it('names all of them, a bounded number', async () => {
    const documents = Array.from({ length: 1_000 }, () => ({ $json: 'x' }));
    const error: unknown = await guard
      .preProcessEntity(entityOf({ documents }))
      .catch(e => e);
    expect(String(error)).toContain('spec.documents[19].$json');
    expect(String(error).length).toBeLessThan(2_000);
  });

  it('allows text elsewhere, and everything in other kinds', async () => {
    const notes = entityOf({ notes: { $text: './notes.md' } });
    await expect(guard.preProcessEntity(notes)).resolves.toBe(notes);
    const api = entityOf({ definition: { $json: './api.json' } }, 'API');
    await expect(guard.preProcessEntity(api)).resolves.toBe(api);
    const none = { ...notes, spec: undefined };
    await expect(guard.preProcessEntity(none)).resolves.toBe(none);
  });
});
