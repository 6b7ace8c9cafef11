// Anyone can add one of the plugins to their own portal only when its package
// says all that npm, the Backstage CLI and the catalog need to know of it.
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

// The type of the catalog component by the role of the package.
const componentTypes = {
  'frontend-plugin': 'backstage-frontend-plugin',
  'backend-plugin': 'backstage-backend-plugin',
  'backend-plugin-module': 'backstage-backend-plugin-module',
  'node-library': 'backstage-node-library',
  'common-library': 'backstage-common-library',
};

const required = [
  'name',
  'version',
  'description',
  'license',
  'repository.url',
  'repository.directory',
  'backstage.role',
  'backstage.pluginId',
  'main',
  'types',
  'files',
  'publishConfig.access',
  'scripts.build',
  'scripts.prepack',
  'scripts.postpack',
];

function readJson(file) {
  return JSON.parse(readFileSync(file, 'utf8'));
}

function valueAt(object, path) {
  return path.split('.').reduce((value, key) => value?.[key], object);
}

function readEntities(file) {
  // Loaded when it is needed: dependencies may not be installed before.
  const { parseAllDocuments } = createRequire(import.meta.url)('yaml');
  return parseAllDocuments(readFileSync(file, 'utf8')).map(document =>
    document.toJS(),
  );
}

/** The API report of each entry point that `exports` declares. */
function reportsOf(manifest) {
  return Object.keys(manifest.exports ?? { '.': true })
    .filter(entry => entry !== './package.json')
    .map(entry =>
      entry === '.' ? 'report.api.md' : `report-${entry.slice(2)}.api.md`,
    );
}

function* problemsOfManifest(manifest, directory, version) {
  for (const path of required) {
    if (!valueAt(manifest, path)) yield `package.json has no ${path}`;
  }
  if (manifest.private) yield 'package.json is private';
  if (manifest.version !== version) yield `version is not ${version}`;
  if (manifest.repository?.directory !== directory) {
    yield `repository.directory is not ${directory}`;
  }
  const role = manifest.backstage?.role;
  if (!componentTypes[role]) yield `backstage.role '${role}' is unknown`;
  const belongsTo = role?.endsWith('-module')
    ? 'pluginPackage'
    : 'pluginPackages';
  if (!manifest.backstage?.[belongsTo]) {
    yield `package.json has no backstage.${belongsTo}`;
  }
}

function* problemsOfFiles(manifest, folder) {
  for (const file of [
    'README.md',
    'catalog-info.yaml',
    ...reportsOf(manifest),
  ]) {
    const path = join(folder, file);
    if (!existsSync(path) || statSync(path).size === 0) yield `no ${file}`;
  }
  const files = manifest.files ?? [];
  if (!files.includes('dist')) yield 'files lack dist';
  if (existsSync(join(folder, 'config.d.ts'))) {
    if (manifest.configSchema !== 'config.d.ts') {
      yield 'configSchema is not config.d.ts';
    }
    if (!files.includes('config.d.ts')) yield 'files lack config.d.ts';
  }
  if (
    existsSync(join(folder, 'migrations')) &&
    !files.some(pattern => pattern.startsWith('migrations/'))
  ) {
    yield 'files lack migrations';
  }
}

function* problemsOfEntity(manifest, folder, system) {
  const file = join(folder, 'catalog-info.yaml');
  if (!existsSync(file)) return;
  const [entity, ...more] = readEntities(file);
  if (more.length > 0) yield 'catalog-info.yaml has more than one entity';
  const expected = {
    kind: 'Component',
    'metadata.name': manifest.name?.replace('@', '').replace('/', '-'),
    'metadata.title': manifest.name,
    'metadata.description': manifest.description,
    'spec.type': componentTypes[manifest.backstage?.role],
    'spec.owner': system.spec.owner,
    'spec.system': system.metadata.name,
  };
  for (const [path, value] of Object.entries(expected)) {
    if (valueAt(entity, path) !== value) {
      yield `catalog-info.yaml: ${path} is not '${value}'`;
    }
  }
}

/**
 * Throws with everything that is missing for the plugins to be published and
 * found in a catalog.
 */
export function checkPublishable(root) {
  const { version } = readJson(join(root, 'package.json'));
  const entities = readEntities(join(root, 'catalog-info.yaml'));
  const system = entities.find(entity => entity.kind === 'System');
  if (!system) throw new Error('catalog-info.yaml names no System');
  const targets = entities.flatMap(entity => entity.spec?.targets ?? []);

  const plugins = readdirSync(join(root, 'plugins'));
  const problems = plugins.flatMap(name => {
    const directory = `plugins/${name}`;
    const folder = join(root, directory);
    const manifest = readJson(join(folder, 'package.json'));
    const found = [
      ...problemsOfManifest(manifest, directory, version),
      ...problemsOfFiles(manifest, folder),
      ...problemsOfEntity(manifest, folder, system),
    ];
    if (!targets.includes(`./${directory}/catalog-info.yaml`)) {
      found.push('not among the targets of the root catalog-info.yaml');
    }
    return found.map(problem => `${directory}: ${problem}`);
  });
  if (problems.length > 0) throw new Error(problems.join('\n  '));
  return `${plugins.length} packages`;
}
