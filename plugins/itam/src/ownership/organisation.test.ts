import type { Entity } from '@backstage/catalog-model';
import { organisationEntities } from '../fixtures';
import {
  organisationOf,
  pathTo,
  type Unit,
  visibleUnits,
} from './organisation';

const group = (name: string, parent?: string): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Group',
  metadata: { name },
  spec: { parent },
});
const names = (units: readonly Unit[]): unknown =>
  units.map(unit =>
    unit.children.length > 0
      ? { [unit.title]: names(unit.children) }
      : unit.title,
  );

describe('the organisation', () => {
  it('is the groups below their parents, by title', () => {
    expect(names(organisationOf(organisationEntities))).toEqual([
      { 'Lumen Retail': [{ Commerce: ['Checkout', 'Payments'] }, 'Finance'] },
    ]);
  });

  it('loses no group whose parent is absent or below it', () => {
    expect(
      names(
        organisationOf([
          group('team', 'gone'),
          group('hen', 'egg'),
          group('egg', 'hen'),
          group('self', 'self'),
        ]),
      ),
    ).toEqual([{ egg: ['hen'] }, 'self', 'team']);
  });

  it('knows the way down to a group', () => {
    const roots = organisationOf(organisationEntities);
    expect(
      pathTo(roots, 'group:default/payments').map(unit => unit.title),
    ).toEqual(['Lumen Retail', 'Commerce', 'Payments']);
    expect(pathTo(roots, 'group:default/none')).toEqual([]);
  });

  it('shows what is below open groups', () => {
    const roots = organisationOf(organisationEntities);
    const shown = visibleUnits(roots, ref => ref === 'group:default/lumen');
    expect(
      shown.map(({ unit, level, position, siblings }) => [
        unit.title,
        level,
        position,
        siblings,
      ]),
    ).toEqual([
      ['Lumen Retail', 1, 1, 1],
      ['Commerce', 2, 1, 2],
      ['Finance', 2, 2, 2],
    ]);
  });
});
