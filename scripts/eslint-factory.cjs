// One place for lint: Backstage's own rules plus the import boundaries of this
// repository. Imports run one way; see docs/architecture.md.
const path = require('path');
const backstage = require('@backstage/cli/config/eslint-factory');

const scope = '@backstage-itam/plugin-';
const serverSide = [
  'knex',
  'express',
  'node:*',
  '@backstage/backend-*',
  '@backstage/plugin-*-backend',
  '@backstage/plugin-*-node',
];
const browserSide = [
  'react',
  'react-dom',
  'react-router*',
  '@backstage/ui',
  '@backstage/core-*',
  '@backstage/frontend-*',
  '@backstage/plugin-*-react',
];

/** Connectors know the contract of the register, not the register itself. */
const connector = [
  'knex',
  'express',
  ...browserSide,
  `${scope}itam`,
  `${scope}itam-backend`,
  `${scope}catalog-backend-module-itam`,
];

/** What each package must not import, by folder name. */
const forbidden = {
  'itam-common': [...serverSide, ...browserSide, `${scope}*`],
  'itam-node': [
    'knex',
    'express',
    ...browserSide,
    `${scope}itam`,
    `${scope}itam-backend`,
    `${scope}catalog-backend-module-itam`,
  ],
  'itam-backend': [
    ...browserSide,
    `${scope}itam`,
    `${scope}catalog-backend-module-itam`,
  ],
  'catalog-backend-module-itam': [
    'knex',
    ...browserSide,
    `${scope}itam`,
    `${scope}itam-backend`,
  ],
  'search-backend-module-itam': [
    'knex',
    ...browserSide,
    `${scope}itam`,
    `${scope}itam-backend`,
    `${scope}catalog-backend-module-itam`,
  ],
  'scaffolder-backend-module-itam': [
    'knex',
    ...browserSide,
    `${scope}itam`,
    `${scope}itam-backend`,
    `${scope}catalog-backend-module-itam`,
  ],
  'itam-backend-module-jira': connector,
  'itam-backend-module-servicenow': connector,
  'itam-backend-module-snipe-it': connector,
  itam: [
    ...serverSide,
    `${scope}itam-node`,
    `${scope}itam-backend`,
    `${scope}catalog-backend-module-itam`,
  ],
  app: [
    ...serverSide,
    `${scope}itam-node`,
    `${scope}itam-backend`,
    `${scope}catalog-backend-module-itam`,
  ],
  backend: [...browserSide, `${scope}itam`],
};

module.exports = function eslintFactory(packageDir, extra = {}) {
  const name = path.basename(packageDir);
  const patterns = forbidden[name];
  if (!patterns) {
    throw new Error(
      `No import boundaries are declared for ${name}; add them to scripts/eslint-factory.cjs`,
    );
  }
  return backstage(packageDir, {
    ...extra,
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      ...extra.rules,
    },
    overrides: [
      ...(extra.overrides ?? []),
      {
        // Tests may stand up the real neighbours; shipped code may not.
        files: ['src/**/*.ts', 'src/**/*.tsx'],
        excludedFiles: [
          '**/*.test.*',
          '**/__testUtils__/**',
          '**/testing/**',
          '**/setupTests.*',
        ],
        rules: {
          'no-restricted-imports': [
            'error',
            {
              patterns: [
                {
                  group: patterns,
                  message: `${name} must not import this: imports run one way (docs/architecture.md).`,
                },
              ],
            },
          ],
        },
      },
    ],
  });
};
