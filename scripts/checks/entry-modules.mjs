// A portal loads the plugin itself before its first page; pages, their texts and
// the rules they use come with a page. One import too many brings them along, and
// nothing else would tell. So the modules that may be there are named here.
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** What either frontend system imports of the plugin at once. */
const ENTRIES = {
  'new frontend system': [
    'plugins/itam/src/plugin',
    'plugins/itam/src/catalog/modules',
  ],
  'legacy frontend system': ['plugins/itam/src/legacy'],
};

/** Modules that may be loaded before the first page. */
const ALLOWED = [
  // The extensions, and where they are mounted.
  /^plugins\/itam\/src\/(plugin\.tsx|legacy\.ts|routes\.ts)$/,
  /^plugins\/itam\/src\/catalog\/(modules\.tsx|kindIcons\.tsx|relations\.ts)$/,
  /^plugins\/itam\/src\/home\/widgets\.tsx$/,
  /^plugins\/itam\/src\/search\/documentTypes\.ts$/,
  // Items of a menu are hooks that have to be there with their texts.
  /^plugins\/itam\/src\/entity\/menu\//,
  /^plugins\/itam\/src\/translation\/(menu|menuRef|loadTexts)\.ts$/,
  /^plugins\/itam\/src\/ui\/(usePaths|useOptionalRoute)\.ts$/,
  // The API, which other plugins may ask for at any time.
  /^plugins\/itam\/src\/api\//,
  /^plugins\/itam-common\/src\/(api\/[^/]+|permissions)\.ts$/,
];

/** Packages that a portal has in its first load anyway, or that are small. */
const ALLOWED_PACKAGES =
  /^(react(\/|$)|@backstage\/(catalog-model|core-compat-api|core-plugin-api|errors|frontend-plugin-api|plugin-(catalog|catalog-graph|catalog-react|home-react|permission-common|permission-react|search-react)(\/alpha)?)$|@remixicon\/react$)/;

/** At most this much of ours, as esbuild writes it and gzip packs it. */
const LIMIT_BYTES = 7_000;

/** The modules of ours that are loaded with these, and packages they import. */
export async function loadedWith(root, modules) {
  // Not there before the dependencies are installed.
  const { build } = await import('esbuild');
  const { metafile, outputFiles } = await build({
    stdin: {
      contents: modules.map(path => `export * from './${path}';`).join('\n'),
      resolveDir: root,
      sourcefile: 'entry.ts',
      loader: 'ts',
    },
    absWorkingDir: root,
    outdir: join(root, 'out'),
    bundle: true,
    splitting: true,
    minify: true,
    format: 'esm',
    jsx: 'automatic',
    write: false,
    metafile: true,
    logLevel: 'silent',
    plugins: [othersStayOutside],
  });
  const { outputs } = metafile;
  const first = Object.keys(outputs).find(
    name => outputs[name].entryPoint === 'entry.ts',
  );
  const loaded = new Set();
  const packages = new Set();
  const follow = name => {
    if (loaded.has(name)) return;
    loaded.add(name);
    for (const { kind, path, external } of outputs[name].imports) {
      if (kind !== 'import-statement') continue;
      if (external) packages.add(path);
      else follow(path);
    }
  };
  follow(first);
  const own = [...loaded].flatMap(name =>
    Object.entries(outputs[name].inputs).flatMap(([path, { bytesInOutput }]) =>
      bytesInOutput > 0 ? [path] : [],
    ),
  );
  const text = outputFiles
    .filter(({ path }) => [...loaded].some(name => path.endsWith(name)))
    .map(file => file.text)
    .join('');
  return {
    own: own.filter(path => path !== 'entry.ts').sort(),
    packages: [...packages].sort(),
    bytes: gzipSync(text).length,
  };
}

/** Only our own packages are looked into. */
const othersStayOutside = {
  name: 'others-stay-outside',
  setup({ onResolve }) {
    onResolve({ filter: /^[^./]/ }, ({ path, kind }) =>
      kind === 'entry-point' || path.startsWith('@backstage-itam/')
        ? undefined
        : { path, external: true, sideEffects: false },
    );
  },
};

/** Throws when something of a page is loaded before the first page. */
export async function checkEntryModules(root) {
  const sizes = [];
  for (const [system, modules] of Object.entries(ENTRIES)) {
    const { own, packages, bytes } = await loadedWith(root, modules);
    const wrong = [
      ...own.filter(path => !ALLOWED.some(pattern => pattern.test(path))),
      ...packages.filter(name => !ALLOWED_PACKAGES.test(name)),
    ];
    if (wrong.length > 0) {
      throw new Error(
        `the ${system} loads before any page: ${wrong.join(', ')}. Import it ` +
          'in a page, or name it in scripts/checks/entry-modules.mjs.',
      );
    }
    if (bytes > LIMIT_BYTES) {
      throw new Error(
        `the ${system} loads ${bytes} bytes of ours before any page; ` +
          `allowed: ${LIMIT_BYTES}`,
      );
    }
    sizes.push(`${(bytes / 1000).toFixed(1)} KB`);
  }
  // A check that cannot see a page would let everything pass.
  const page = 'plugins/itam/src/overview/OverviewPage';
  const { own } = await loadedWith(root, [page]);
  if (!own.includes(`${page}.tsx`)) throw new Error('Nothing was looked at');
  return sizes.join(', ');
}
