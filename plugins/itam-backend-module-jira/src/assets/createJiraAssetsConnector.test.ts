import type { JsonObject } from '@backstage/types';
import { describeEditions, idsOf } from '../__testUtils__/assetsReading';
import { send } from '../__testUtils__/FakeAssets';
import { laptop, license, madeAt, MAPPING } from '../__testUtils__/fakeObjects';

const [HARDWARE, , LICENSE] = MAPPING.objectTypes;
const numbered = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, at) => from + at);

describeEditions(
  'createJiraAssetsConnector',
  ({ edition, site, connect, readPages, readAll }) => {
    it('reads all objects, in whatever order their labels are', async () => {
      site.objects = numbered(1, 105).map(id => laptop(id));
      expect(idsOf(await readAll(connect()))).toEqual(numbered(1, 105));
    });

    it('reads beyond what the total tells', async () => {
      site.objects = numbered(1, 1_205).map(id => laptop(id));
      const connector = connect({ pageSize: 500 });
      expect(await readAll(connector)).toHaveLength(1_205);
    });

    it('reads objects that were made at one moment, on whichever page', async () => {
      site.objects = numbered(1, 70).map(id =>
        laptop(id, {}, { created: madeAt(id < 10 ? id : 10) }),
      );
      expect(idsOf(await readAll(connect())).sort((a, b) => a - b)).toEqual(
        numbered(1, 70),
      );
    });

    it.each([
      ['a few of those read', (id: number) => id > 3],
      ['all of the page before', (id: number) => id > 20],
      ['those at the seam', (id: number) => id < 18 || id > 22],
    ])('loses nothing when %s are deleted', async (_name, stays) => {
      site.objects = numbered(1, 65).map(id => laptop(id));
      const read = await readAll(connect(), 'Hardware', undefined, page => {
        if (page === 1) {
          site.objects = numbered(1, 66)
            .filter(stays)
            .map(id => laptop(id));
        }
      });
      const ids = idsOf(read);
      expect(ids).toEqual(
        expect.arrayContaining(numbered(1, 66).filter(stays)),
      );
      expect(new Set(ids).size).toBe(ids.length);
    });

    it('counts types below only where it is told to, and none twice', async () => {
      site.objects = [
        laptop(1),
        laptop(2, {}, { typeId: 12 }),
        laptop(3, {}, { typeId: 10 }),
      ];
      const ids = async (objectTypes: JsonObject[], id?: string) =>
        idsOf(await readAll(connect({ objectTypes }), id));
      expect(await ids([{ ...HARDWARE, children: false }])).toEqual([3]);
      expect(await ids([{ ...HARDWARE }])).toEqual([1, 2, 3]);
      const apart = [{ ...HARDWARE }, { ...HARDWARE, objectType: 12 }];
      expect(await ids(apart)).toEqual([1, 3]);
      expect(await ids(apart, '12')).toEqual([2]);
    });

    it('narrows a type by the configured query', async () => {
      site.objects = [laptop(1), laptop(2, {}, { label: 'Spare' })];
      const objectTypes = [{ ...HARDWARE, query: 'Name like Spare' }];
      expect(idsOf(await readAll(connect({ objectTypes })))).toEqual([2]);
    });

    it('asks for what changed by how long ago that is, not by a time', async () => {
      const ago = (minutes: number) =>
        new Date(Date.now() - minutes * 60_000).toISOString();
      site.objects = [
        laptop(1),
        laptop(2, {}, { updated: ago(65) }),
        laptop(3, {}, { updated: ago(5) }),
      ];
      const [page] = await readPages(connect(), 'Hardware', ago(60));
      expect(idsOf(page.records)).toEqual([2, 3]);
      expect(page.changedThrough).toBe(site.objects[2].updated);
      expect(site.queries[0]).toMatch(
        /^objectTypeId in \(10, 11, 12\) AND Updated >= "now\(-7[01]m\)" order by Created asc$/,
      );
    });

    it('says nothing is changed through a time when it had not looked yet', async () => {
      const later = new Date(Date.now() + 3_600_000).toISOString();
      site.objects = [laptop(1, {}, { updated: later })];
      const [{ changedThrough = '' }] = await readPages(connect());
      expect(Date.parse(changedThrough)).toBeLessThanOrEqual(Date.now());
    });

    it('tells all that the configuration names and the site does not have', async () => {
      const objectTypes = [
        { ...HARDWARE, attributes: { tag: 'Inventory No', partOf: 'Price' } },
        { objectType: 'Laptopp', kind: 'Asset' },
        { objectType: 'Contract', kind: 'Contract' },
        { objectType: 'Phone', schema: 'MOBILE', kind: 'Asset' },
      ];
      const reading = readAll(connect({ objectTypes }));
      await expect(reading).rejects.toMatchObject({ reason: 'answer' });
      const { message } = await reading.catch(error => error);
      expect(message.split('; ')).toEqual([
        'There is no object type Laptopp',
        'there are Contract, Hardware, Laptop, Server, Software License',
        'There are several object types Contract, in the schemas IT Assets, People',
        'name the schema',
        'There is no object type MOBILE/Phone: the schemas that we may see are IT Assets, People',
        'Hardware has no attribute Inventory No for tag',
        'it has Asset Tag, In Service, Model, Name, Notes, Parent, Price, Purchased, Serial Number, State, Team, User',
        'Hardware: partOf needs an attribute that points to objects, and Price does not',
      ]);
    });

    it('looks again for a type at the next run', async () => {
      const objectTypes = [{ ...LICENSE }];
      const connector = connect({ objectTypes });
      site.interference = (_req, res, url) => {
        if (!url.pathname.endsWith('/flat')) return false;
        send(res, 200, []);
        return true;
      };
      await expect(readAll(connector, LICENSE.objectType)).rejects.toThrow(
        'There is no object type Software License',
      );
      site.interference = () => false;
      site.objects = [license(301, 201)];
      expect(await readAll(connector, LICENSE.objectType)).toHaveLength(1);
    });

    it('gives up in a storm of 429, and when it is refused', async () => {
      site.interference = (_req, res) => {
        send(res, 429, {}, { 'Retry-After': '5' });
        return true;
      };
      await expect(readAll(connect())).rejects.toMatchObject({
        reason: 'unavailable',
        answered: { status: 429, retryAfterMs: 5_000 },
      });
      site.interference = () => false;
      await expect(
        readAll(connect({ auth: { token: 'wrong' } })),
      ).rejects.toMatchObject({ reason: 'refused' });
    });

    it('refuses an order that it did not ask for', async () => {
      site.interference = (_req, res, url) => {
        if (!/aql/.test(url.pathname)) return false;
        const shown = (id: number, created: string) => ({
          id,
          objectType: { id: 11 },
          created,
          updated: created,
        });
        const list = [shown(1, madeAt(2)), shown(2, madeAt(1))];
        send(res, 200, {
          values: list,
          objectEntries: list,
          isLast: true,
          totalFilterCount: 2,
        });
        return true;
      };
      await expect(readAll(connect())).rejects.toThrow(
        'in the order in which they were made',
      );
    });

    it('refuses an answer that does not say whether more follows', async () => {
      site.interference = (_req, res, url) => {
        if (!/aql/.test(url.pathname)) return false;
        send(res, 200, { values: [], objectEntries: [] });
        return true;
      };
      await expect(readAll(connect())).rejects.toThrow('Assets does not say');
    });

    if (edition === 'cloud') {
      it('reads pages that are shorter than asked for', async () => {
        site.mostObjects = 7;
        site.objects = numbered(1, 30).map(id => laptop(id));
        expect(idsOf(await readAll(connect()))).toEqual(numbered(1, 30));
      });

      it('says when the site shows no workspace, or several', async () => {
        site.workspaces = [];
        await expect(readAll(connect())).rejects.toThrow(
          'shows us no workspace',
        );
        site.workspaces = ['w-1', 'w-2'];
        await expect(readAll(connect())).rejects.toThrow(
          'several workspaces of Assets: w-1, w-2',
        );
        site.objects = [laptop(1)];
        const connector = connect({ workspaceId: 'w-1' });
        expect(await readAll(connector)).toHaveLength(1);
      });
    }
  },
);
