import { auditItems } from '../../fixtures';
import { findScanned } from './scan';
import { seenItems } from './seenItems';

const items = seenItems(auditItems, [], []);

describe('what a code stands for', () => {
  it.each([
    ['hw-000090', 'Backup storage'],
    [' 2240SQRX7N12A ', 'Backup storage'],
    [
      'https://portal.example.com/it-assets/records/asset/default/platform-host-1?x=1',
      'Container host 1',
    ],
  ])('%s is one item', (code, title) => {
    const scan = findScanned(code, items);
    expect(scan.kind === 'item' && scan.seen.item.title).toBe(title);
  });

  it('is not decided for a part of a name, a place, or a code of several', () => {
    expect(findScanned('HW-0001', items)).toEqual({ kind: 'several' });
    expect(findScanned('rack 15', items)).toEqual({ kind: 'several' });
    const twice = seenItems(
      [auditItems[0], { ...auditItems[1], serialNumber: '3QD7XZ3' }],
      [],
      [],
    );
    expect(findScanned('3QD7XZ3', twice)).toEqual({ kind: 'several' });
  });

  it('is unknown when nothing is called so', () => {
    expect(findScanned(' CN-7781 ', items)).toEqual({
      kind: 'unknown',
      code: 'CN-7781',
    });
  });
});

describe('items as they were seen', () => {
  it('keeps the newer of what was read and what was saved', () => {
    const read = {
      ...auditItems[0],
      outcome: 'not-found' as const,
      observedAt: '2026-10-24T10:05:00Z',
    };
    const saved = {
      ...auditItems[0],
      outcome: 'found' as const,
      observedAt: '2026-10-24T10:00:00Z',
    };
    expect(seenItems([read], [saved], [])[0].item.outcome).toBe('not-found');
    expect(seenItems([saved], [read], [])[0].item.outcome).toBe('not-found');
  });

  it('puts what nobody expected first, and the rest in the order of places', () => {
    const unexpected = {
      ...auditItems[0],
      id: 9,
      expected: false,
      title: 'Stray',
    };
    expect(
      seenItems([...auditItems, unexpected], [], []).map(
        ({ item }) => item.title,
      ),
    ).toEqual([
      'Stray',
      'Backup storage',
      'Container host 1',
      'Analytics node 1',
    ]);
  });
});
