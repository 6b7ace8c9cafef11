import { entityIdentity } from './entityName';

const entity = (kind: string, spec?: { profile: { displayName: string } }) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind,
  metadata: { name: 'erin' },
  spec,
});

describe('what an entity is called', () => {
  it('is what the profile of a person says', () => {
    const erin = entity('User', { profile: { displayName: 'Erin Walsh' } });
    expect(entityIdentity(erin)).toEqual({
      ref: 'user:default/erin',
      name: 'Erin Walsh',
    });
  });

  it('is its name where nothing else is known', () => {
    expect(entityIdentity(entity('Component')).name).toBe('erin');
  });
});
