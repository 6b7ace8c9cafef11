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

/** The text of a file; empty where there is none. */
function textOf(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
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

function* problemsOfFiles(manifest, folder, license) {
  for (const file of [
    'README.md',
    'catalog-info.yaml',
    ...reportsOf(manifest),
  ]) {
    const path = join(folder, file);
    if (!existsSync(path) || statSync(path).size === 0) yield `no ${file}`;
  }
  if (textOf(join(folder, 'LICENSE')) !== license) {
    yield 'LICENSE is not that of the repository';
  }
  const readme = textOf(join(folder, 'README.md'));
  for (const section of ['Installation', 'Configuration', 'Permissions']) {
    if (!readme.includes(`\n## ${section}\n`)) {
      yield `README.md has no section ${section}`;
    }
  }
  if (/workspace:/.test(readme)) yield 'README.md installs from a workspace';
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

/** Entry points and commands that would not be in the package. */
function* problemsOfEntryPoints(manifest, folder) {
  const entries = [
    ...Object.values(manifest.exports ?? { '.': manifest.main }),
    ...Object.values(manifest.bin ?? {}),
  ];
  for (const entry of entries) {
    if (!existsSync(join(folder, entry))) yield `there is no ${entry}`;
  }
  const typed = Object.keys(manifest.typesVersions?.['*'] ?? {});
  for (const entry of Object.keys(manifest.exports ?? {})) {
    if (entry !== '.' && !typed.includes(entry.slice(2))) {
      yield `typesVersions lacks ${entry}`;
    }
  }
  for (const command of Object.values(manifest.bin ?? {})) {
    const [top] = command.replace('./', '').split('/');
    if (!manifest.files?.includes(top)) yield `files lack ${top}`;
  }
}

/** Ranges that mean nothing outside of this repository. */
function* problemsOfDependencies(manifest, published) {
  for (const field of ['dependencies', 'peerDependencies']) {
    for (const [name, range] of Object.entries(manifest[field] ?? {})) {
      if (name.startsWith('@backstage-itam/')) {
        if (range !== 'workspace:^') yield `${field}: ${name} is ${range}`;
        if (!published.includes(name)) yield `${field}: ${name} is private`;
      } else if (!/^[\d^~]/.test(range)) {
        yield `${field}: ${name} is ${range}`;
      }
    }
  }
}

/** What the installation guide says of a package. */
function* problemsOfGuide(manifest, guide) {
  const archive = `${manifest.name.split('/')[1]}.tgz`;
  if (
    !guide.includes(`"${manifest.name}": "file:./itam-packages/${archive}"`)
  ) {
    yield 'docs/install.md does not say where its archive is';
  }
  const ranges = guide.matchAll(new RegExp(`'${manifest.name}@([^']+)'`, 'g'));
  for (const [, range] of ranges) {
    if (range !== `^${manifest.version}`) {
      yield `docs/install.md installs ${range}`;
    }
  }
}

/** Changes are collected and released by one rule for all packages. */
function* problemsOfChangesets(root) {
  const { fixed, access } = readJson(join(root, '.changeset/config.json'));
  if (!fixed?.flat().includes('@backstage-itam/*')) {
    yield '.changeset/config.json: the packages are not released together';
  }
  if (access !== 'public') yield '.changeset/config.json: access is not public';
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
  const license = readFileSync(join(root, 'LICENSE'), 'utf8');
  const guide = readFileSync(join(root, 'docs/install.md'), 'utf8');
  const entities = readEntities(join(root, 'catalog-info.yaml'));
  const system = entities.find(entity => entity.kind === 'System');
  if (!system) throw new Error('catalog-info.yaml names no System');
  const targets = entities.flatMap(entity => entity.spec?.targets ?? []);

  const plugins = readdirSync(join(root, 'plugins')).map(name => {
    const directory = `plugins/${name}`;
    const manifest = readJson(join(root, directory, 'package.json'));
    return { directory, manifest };
  });
  const [{ manifest: first }] = plugins;
  const published = plugins.map(({ manifest }) => manifest.name);
  const problemsOfPlugins = plugins.flatMap(({ directory, manifest }) => {
    const folder = join(root, directory);
    const found = [
      ...problemsOfManifest(manifest, directory, first.version),
      ...problemsOfFiles(manifest, folder, license),
      ...problemsOfEntryPoints(manifest, folder),
      ...problemsOfDependencies(manifest, published),
      ...problemsOfGuide(manifest, guide),
      ...problemsOfEntity(manifest, folder, system),
    ];
    if (!targets.includes(`./${directory}/catalog-info.yaml`)) {
      found.push('not among the targets of the root catalog-info.yaml');
    }
    return found.map(problem => `${directory}: ${problem}`);
  });
  const problems = [...problemsOfPlugins, ...problemsOfChangesets(root)];
  if (problems.length > 0) throw new Error(problems.join('\n  '));
  return `${plugins.length} packages`;
}
