import { exampleEntities, exampleFiles } from './__testUtils__/exampleEntities';
import { ITAM_API_VERSION } from './types';
import { validateItamEntity } from './validation/validateItamEntity';

const files = exampleFiles();

const entities = exampleEntities().map(({ file, entity }) => ({
  title: `${file}: ${entity.kind} ${entity.metadata.name}`,
  entity,
}));

const itamEntities = entities.filter(
  ({ entity }) => entity.apiVersion === ITAM_API_VERSION,
);

function valuesOf(kind: string, field: string): unknown[] {
  const values = itamEntities
    .filter(({ entity }) => entity.kind === kind)
    .map(({ entity }) => entity.spec?.[field]);
  return [...new Set(values)].sort();
}

describe('the example organisation', () => {
  it.each(files.map(file => [file.name, file.documents] as const))(
    'has YAML without errors or warnings in %s',
    (_name, documents) => {
      expect(
        documents.flatMap(({ errors, warnings }) => [...errors, ...warnings]),
      ).toEqual([]);
    },
  );

  it.each(itamEntities.map(({ title, entity }) => [title, entity] as const))(
    'declares without problems %s',
    (_title, entity) => {
      expect(validateItamEntity(entity)).toEqual([]);
    },
  );

  it('declares every class and stage of assets', () => {
    expect(valuesOf('Asset', 'class')).toEqual([
      'cloud',
      'digital',
      'fixed',
      'hardware',
      'software',
    ]);
    expect(valuesOf('Asset', 'stage')).toEqual([
      'decommission',
      'deployment',
      'maintenance',
      'planning',
      'procurement',
    ]);
  });

  it('declares every metric and type of licences', () => {
    expect(valuesOf('License', 'metric')).toEqual([
      'concurrent-user',
      'consumption',
      'core',
      'device',
      'device-cal',
      'instance',
      'named-user',
      'processor',
      'site',
      'user-cal',
    ]);
    expect(valuesOf('License', 'type')).toEqual([
      'commitment',
      'oem',
      'open-source',
      'perpetual',
      'saas',
      'subscription',
      'volume',
    ]);
  });

  it('declares every type of contracts', () => {
    expect(valuesOf('Contract', 'type')).toEqual([
      'commitment',
      'lease',
      'maintenance',
      'master-agreement',
      'service',
      'subscription',
      'support',
      'warranty',
    ]);
  });

  it('declares no ref, tag or serial number twice', () => {
    const keys = entities.flatMap(({ entity: { kind, metadata, spec } }) => [
      `ref ${kind} ${metadata.name}`,
      ...(spec?.tag ? [`tag ${spec.tag}`] : []),
      ...(spec?.serialNumber
        ? [`serial number ${spec.manufacturer} ${spec.serialNumber}`]
        : []),
    ]);
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual(
      [],
    );
  });

  it('is loaded whole by its location', () => {
    const location = entities.find(({ entity }) => entity.kind === 'Location');
    expect(location?.entity.spec?.targets).toEqual(
      expect.arrayContaining(
        files
          .map(file => `./${file.name}`)
          .filter(target => target !== './all.yaml'),
      ),
    );
  });
});
