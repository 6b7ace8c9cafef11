import type {
  RecordPage,
  RecordQuery,
  RecordSummary,
} from '@backstage-itam/plugin-itam-common';
import { RecordCollatorFactory } from './RecordCollatorFactory';

const laptop: RecordSummary = {
  ref: 'asset:default/laptop-1',
  kind: 'Asset',
  title: 'Laptop of Erin',
  origin: 'registered',
  class: 'hardware',
  stage: 'maintenance',
  owner: { ref: 'group:default/payments', title: 'Payments', resolved: true },
  tag: 'HW-1',
  serialNumber: 'SN-77',
  manufacturer: 'Dell',
  model: 'Latitude',
  monthlyCost: [{ amount: '41.67', currency: 'EUR' }],
  bookValue: { amount: '987.65', currency: 'EUR' },
  updatedAt: '2026-10-24T08:00:00Z',
  version: 1,
};
const license: RecordSummary = {
  ref: 'license:default/a license',
  kind: 'License',
  title: 'GitHub',
  origin: 'registered',
  updatedAt: '2026-10-24T08:00:00Z',
  version: 1,
};

function registerWith(pages: (query?: RecordQuery) => Promise<RecordPage>) {
  const asked: (RecordQuery | undefined)[] = [];
  return {
    asked,
    listRecords: (query?: RecordQuery) => {
      asked.push(query);
      return pages(query);
    },
  };
}

const locationTemplate = '/it-assets/records/:kind/:namespace/:name';

async function read(factory: RecordCollatorFactory): Promise<unknown[]> {
  const documents: unknown[] = [];
  for await (const document of await factory.getCollator()) {
    documents.push(document);
  }
  return documents;
}

describe('RecordCollatorFactory', () => {
  it('reads all pages of assets, then of licences', async () => {
    const register = registerWith(async query => {
      if (query?.kind === 'License') return { items: [license], totalItems: 1 };
      return query?.cursor === 'next'
        ? {
            items: [{ ...laptop, ref: 'asset:default/laptop-2' }],
            totalItems: 2,
          }
        : { items: [laptop], totalItems: 2, nextCursor: 'next' };
    });
    const documents = await read(
      RecordCollatorFactory.assetsAndLicenses({ register, locationTemplate }),
    );
    expect(documents).toEqual([
      {
        title: 'Laptop of Erin',
        text: 'HW-1 · SN-77 · Dell · Latitude · laptop-1',
        location: '/it-assets/records/asset/default/laptop-1',
        authorization: { resourceRef: 'asset:default/laptop-1' },
        kind: 'Asset',
        class: 'hardware',
        stage: 'maintenance',
        owner: 'Payments',
        tag: 'HW-1',
        serialNumber: 'SN-77',
      },
      expect.objectContaining({
        authorization: { resourceRef: 'asset:default/laptop-2' },
      }),
      expect.objectContaining({
        title: 'GitHub',
        location: '/it-assets/records/license/default/a%20license',
      }),
    ]);
    expect(register.asked.map(query => [query?.kind, query?.cursor])).toEqual([
      ['Asset', undefined],
      ['Asset', 'next'],
      ['License', undefined],
    ]);
  });

  it('holds no money', async () => {
    const register = registerWith(async () => ({
      items: [laptop],
      totalItems: 1,
    }));
    const text = JSON.stringify(
      await read(
        RecordCollatorFactory.assetsAndLicenses({ register, locationTemplate }),
      ),
    );
    expect(text).not.toMatch(/41\.67|987\.65/);
  });

  it('shows each kind by its own permission', () => {
    const register = registerWith(async () => ({ items: [], totalItems: 0 }));
    const options = { register, locationTemplate };
    expect(
      RecordCollatorFactory.assetsAndLicenses(options).visibilityPermission
        .name,
    ).toBe('itam.record.read');
    expect(
      RecordCollatorFactory.contracts(options).visibilityPermission.name,
    ).toBe('itam.contract.read');
  });

  it('ends with the error of a page that fails', async () => {
    const register = registerWith(async query => {
      if (query?.cursor) throw new Error('Service Unavailable');
      return { items: [laptop], totalItems: 2, nextCursor: 'next' };
    });
    await expect(
      read(
        RecordCollatorFactory.assetsAndLicenses({ register, locationTemplate }),
      ),
    ).rejects.toThrow('Service Unavailable');
  });
});
