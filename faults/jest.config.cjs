// Tests of faults: real processes and a real PostgreSQL, one test at a time.
module.exports = {
  rootDir: __dirname,
  testEnvironment: 'node',
  testMatch: ['<rootDir>/**/*.test.ts'],
  moduleFileExtensions: ['ts', 'js', 'mjs', 'cjs', 'json', 'node'],
  transform: {
    '\\.(mjs|cjs|js)$': [
      require.resolve('@backstage/cli/config/jestSwcTransform'),
      {
        module: { type: 'commonjs' },
        jsc: { parser: { syntax: 'ecmascript' } },
      },
    ],
    '\\.ts$': [
      require.resolve('@backstage/cli/config/jestSwcTransform'),
      {
        module: { type: 'commonjs' },
        jsc: { parser: { syntax: 'typescript' } },
      },
    ],
  },
  // Each starts servers of its own; on few cores they would only wait.
  maxWorkers: 1,
  testTimeout: 180_000,
};
