import Ajv from 'ajv';
import { record } from './__testUtils__/shop';
import { describeShop } from './__testUtils__/shopRegister';

const PATH = '/.well-known/schemas';

describeShop(
  'schemas for editors',
  [],
  shop => {
    it.each(['catalog-file', 'asset', 'license', 'contract'])(
      '%s.json is there for everybody, the same each time',
      async name => {
        const { status, body, headers } = await shop.register.get(
          'anonymous',
          `${PATH}/${name}.json`,
        );
        expect(status).toBe(200);
        expect(headers['content-type']).toMatch(/^application\/json/);
        expect(headers['cache-control']).toBe('public, max-age=3600');
        expect(body.$schema).toBe('http://json-schema.org/draft-07/schema#');
        const again = await shop.register
          .get('finance', `${PATH}/${name}.json`)
          .set('If-None-Match', headers.etag);
        expect([again.status, again.text]).toEqual([304, '']);
      },
    );

    it('checks a declaration, in words for its field', async () => {
      const { body } = await shop.register.get(
        'anonymous',
        `${PATH}/catalog-file.json`,
      );
      const validate = new Ajv({ allowUnionTypes: true }).compile(body);
      const good = record('Asset', 'paper', {
        class: 'digital',
        type: 'document',
        stage: 'planning',
        owner: 'group:default/payments',
      });
      expect(validate(good)).toBe(true);
      expect(validate({ ...good, spec: { ...good.spec, ownr: 'x' } })).toBe(
        false,
      );
      expect(body.definitions.Asset.properties.spec.properties.owner).toEqual(
        expect.objectContaining({
          description: expect.stringContaining('responsible'),
        }),
      );
    });

    it('holds nothing of the company', async () => {
      const texts = await Promise.all(
        ['catalog-file', 'asset', 'license', 'contract'].map(
          async name =>
            (
              await shop.register.get('anonymous', `${PATH}/${name}.json`)
            ).text,
        ),
      );
      expect(texts.join()).not.toMatch(
        /secretive|payments-team|CC-4711|git\.example/,
      );
    });

    it('says which there are', async () => {
      const { status, body } = await shop.register.get(
        'anonymous',
        `${PATH}/laptop.json`,
      );
      expect([status, body.error.message]).toEqual([
        404,
        expect.stringContaining('catalog-file.json, asset.json'),
      ]);
    });
  },
  {
    itam: {
      cloudBilling: { owner: 'group:default/payments-team' },
      discovery: {
        productAliases: [{ of: 'Secretive', names: ['secretive app'] }],
      },
    },
  },
);
