import fc from 'fast-check';
import { specs } from './pools';

/** What a catalog would stage: whole entities, most of them right. */
export const declarationBodies: fc.Arbitrary<unknown> = fc
  .record({
    kind: fc.constantFrom('Asset', 'License', 'Contract', 'Component'),
    name: fc.constantFrom('staged-1', 'staged-2', 'db', 'Not A Name', ''),
    spec: fc.constantFrom(...specs),
    location: fc.constantFrom(
      'url:https://git.example/staged.yaml',
      'file:/etc/passwd',
      'data:text/html,hello',
    ),
    // A ref that is not that of the entity.
    astray: fc.boolean(),
  })
  .map(({ kind, name, spec, location, astray }) => ({
    ref: `${kind.toLocaleLowerCase('en-US')}:default/${astray ? 'x' : name}`,
    entity: {
      apiVersion: 'itam/v1alpha1',
      kind,
      metadata: { name, namespace: 'default', title: 'Staged' },
      spec,
    },
    location,
  }));
