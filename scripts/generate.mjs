// Writes the files made from plugins/itam-backend/src/schema/openapi.yaml:
// the contract as a typed constant for the server, the types of the API for
// every client, and the API entity of the example organisation. `--check` fails when a file on disk differs.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import openapiTS, { astToString } from 'openapi-typescript';
import { parse } from 'yaml';

const source = 'plugins/itam-backend/src/schema/openapi.yaml';
const check = process.argv.includes('--check');
const spec = parse(readFileSync(source, 'utf8'));
const header = `// Generated from ${source} by \`yarn generate\`. Do not edit.\n/* eslint-disable */\n`;

// `components` as a type rather than an interface, so that its name is the only
// one that needs a docstring.
const typesOptions = { alphabetize: false, exportType: true };

/** JSDoc tags that API Extractor does not know; the types say the same. */
function withoutForeignTags(types) {
  return types
    .replace(/^ *\/\*\* @enum \{\w+\} \*\/\n/gm, '')
    .replace(/^ *\* @enum \{\w+\}\n/gm, '')
    .replaceAll('@description ', '');
}

/** Adds the docstrings that the types need as part of the package's API. */
function documented(types) {
  const summaries = Object.values(spec.paths)
    .flatMap(path => Object.values(path))
    .filter(operation => operation.operationId)
    .map(({ operationId, summary }) => [`    ${operationId}: {`, summary]);
  return [
    ['export type components = {', 'The schemas of the HTTP API. @public'],
    ['export interface operations {', 'The HTTP API by operation id. @public'],
    ...summaries,
  ].reduce((text, [declaration, docstring]) => {
    if (!text.includes(`\n${declaration}\n`)) {
      throw new Error(`nothing to document at '${declaration}'`);
    }
    const indent = declaration.match(/^ */)[0];
    return text.replace(
      `\n${declaration}\n`,
      `\n${indent}/** ${docstring} */\n${declaration}\n`,
    );
  }, withoutForeignTags(types));
}

/** The contract as an entity of the example organisation. */
function apiEntity() {
  const definition = readFileSync(source, 'utf8')
    .trimEnd()
    .split('\n')
    .map(line => (line === '' ? '' : `    ${line}`))
    .join('\n');
  return `# Generated from ${source} by \`yarn generate\`. Do not edit.
apiVersion: backstage.io/v1alpha1
kind: API
metadata:
  name: itam-register
  title: ITAM register
  description: Assets, licences, contracts and what they cost
spec:
  type: openapi
  lifecycle: production
  owner: platform-engineering
  system: delivery
  definition: |
${definition}
`;
}

const outputs = {
  'examples/services/itam-register-api.yaml': apiEntity(),
  'plugins/itam-backend/src/schema/generated/spec.ts': `${header}export const spec = ${JSON.stringify(
    spec,
    null,
    2,
  )} as const;\n`,
  'plugins/itam-common/src/api/generated/types.ts':
    header + documented(astToString(await openapiTS(spec, typesOptions))),
};

let drifted = false;
for (const [file, text] of Object.entries(outputs)) {
  if (check) {
    let onDisk = '';
    try {
      onDisk = readFileSync(file, 'utf8');
    } catch {
      // A missing file has drifted too.
    }
    if (onDisk !== text) {
      drifted = true;
      console.error(`${file} differs from ${source}: run \`yarn generate\`.`);
    }
  } else {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    console.log(`wrote ${file}`);
  }
}
if (drifted) process.exit(1);
