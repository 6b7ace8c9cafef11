// Proves that lint refuses an import against the arrows of docs/architecture.md:
// a rule nobody has seen fail may not be in force at all.
import { createRequire } from 'node:module';
import { join } from 'node:path';

const cases = [
  ['plugins/itam-common', 'knex', 'refused'],
  ['plugins/itam-common', 'node:fs', 'refused'],
  ['plugins/itam-common', '@backstage/backend-plugin-api', 'refused'],
  ['plugins/itam-common', 'react', 'refused'],
  ['plugins/itam-common', '@backstage-itam/plugin-itam-node', 'refused'],
  ['plugins/itam', '@backstage-itam/plugin-itam-backend', 'refused'],
  ['plugins/itam', '@backstage-itam/plugin-itam-common', 'allowed'],
  ['plugins/itam-node', '@backstage-itam/plugin-itam-backend', 'refused'],
  ['plugins/itam-backend', '@backstage-itam/plugin-itam', 'refused'],
  ['plugins/itam-backend', '@backstage-itam/plugin-itam-common', 'allowed'],
  [
    'plugins/catalog-backend-module-itam',
    '@backstage-itam/plugin-itam-backend',
    'refused',
  ],
  [
    'plugins/search-backend-module-itam',
    '@backstage-itam/plugin-itam-backend',
    'refused',
  ],
  [
    'plugins/scaffolder-backend-module-itam',
    '@backstage-itam/plugin-itam-backend',
    'refused',
  ],
  [
    'plugins/itam-backend-module-servicenow',
    '@backstage-itam/plugin-itam-backend',
    'refused',
  ],
  [
    'plugins/itam-backend-module-jira',
    '@backstage-itam/plugin-itam-backend',
    'refused',
  ],
  [
    'plugins/itam-backend-module-snipe-it',
    '@backstage-itam/plugin-itam-node',
    'allowed',
  ],
];

/** Lints one import per case; throws with every case that ended otherwise. */
export async function checkImportBoundaries(root) {
  const { ESLint } = createRequire(join(root, 'package.json'))('eslint');
  const wrong = [];
  for (const [folder, imported, expected] of cases) {
    const eslint = new ESLint({ cwd: join(root, folder) });
    const [result] = await eslint.lintText(
      `import * as it from '${imported}';\nexport { it };\n`,
      { filePath: join(root, folder, 'src/boundary-probe.ts') },
    );
    const refused = result.messages.some(
      message => message.ruleId === 'no-restricted-imports',
    );
    if (refused !== (expected === 'refused')) {
      wrong.push(`${folder} importing ${imported} should be ${expected}`);
    }
  }
  if (wrong.length > 0) throw new Error(wrong.join('; '));
  return `${cases.length} cases`;
}
