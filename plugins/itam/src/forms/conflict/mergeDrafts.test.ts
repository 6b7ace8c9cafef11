import type { Draft } from '../draft/Draft';
import { foreignChanges, mergeDrafts } from './mergeDrafts';

const draft = (spec: Draft['spec'], title = 'Laptop'): Draft => ({
  kind: 'Asset',
  name: 'laptop',
  title,
  spec,
});
const base = draft({
  tag: 'T1',
  location: 'Berlin',
  warranty: { until: '2027-01-01' },
});
const theirs = draft({
  tag: 'T1',
  location: 'Bonn',
  warranty: { until: '2028-01-01' },
});

describe('two changes of one record', () => {
  it('both stand where they are about different fields', () => {
    const mine = draft({
      tag: 'T2',
      location: 'Berlin',
      warranty: { until: '2027-01-01' },
    });
    expect(foreignChanges(base, theirs, mine)).toEqual([
      expect.objectContaining({
        path: 'spec.location',
        before: 'Berlin',
        theirs: 'Bonn',
        clash: false,
      }),
      expect.objectContaining({ path: 'spec.warranty.until', clash: false }),
    ]);
    expect(mergeDrafts(base, theirs, mine, new Set())).toEqual(
      draft({ tag: 'T2', location: 'Bonn', warranty: { until: '2028-01-01' } }),
    );
  });

  it('clash where both are about one field, and the writer decides', () => {
    const mine = draft({
      tag: 'T1',
      location: 'Kiel',
      warranty: { until: '2027-01-01' },
    });
    expect(
      foreignChanges(base, theirs, mine).find(one => one.clash),
    ).toMatchObject({ path: 'spec.location', mine: 'Kiel', theirs: 'Bonn' });
    expect(mergeDrafts(base, theirs, mine, new Set()).spec.location).toBe(
      'Kiel',
    );
    expect(
      mergeDrafts(base, theirs, mine, new Set(['spec.location'])).spec.location,
    ).toBe('Bonn');
  });

  it('do not clash where both made the same change', () => {
    const mine = draft({ ...theirs.spec });
    expect(foreignChanges(base, theirs, mine).some(one => one.clash)).toBe(
      false,
    );
  });

  it('take away what one of them took away', () => {
    const mine = draft({
      location: 'Berlin',
      warranty: { until: '2027-01-01' },
    });
    expect(mergeDrafts(base, theirs, mine, new Set()).spec).toEqual({
      location: 'Bonn',
      warranty: { until: '2028-01-01' },
    });
  });
});
