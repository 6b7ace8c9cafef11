import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import {
  type Entity,
  entityEnvelopeSchemaValidator,
} from '@backstage/catalog-model';
import { type Document, parseAllDocuments } from 'yaml';

/** The folder of the example organisation. */
export const EXAMPLES_FOLDER = resolve(__dirname, '../../../../../examples');

/** A YAML file of the example organisation. */
export interface ExampleFile {
  /** Path below the folder, such as `assets/cloud.yaml`. */
  name: string;
  documents: Pick<Document, 'errors' | 'warnings' | 'toJS'>[];
}

/** Every YAML file of the example organisation. */
export function exampleFiles(): ExampleFile[] {
  return yamlFiles(EXAMPLES_FOLDER).map(path => ({
    name: relative(EXAMPLES_FOLDER, path),
    documents: parseAllDocuments(readFileSync(path, 'utf8')),
  }));
}

/** Every entity of the example organisation, with the file it is in. */
export function exampleEntities(): { file: string; entity: Entity }[] {
  const asEntity = entityEnvelopeSchemaValidator<Entity>();
  return exampleFiles().flatMap(({ name, documents }) =>
    documents.map(document => ({
      file: name,
      entity: asEntity(document.toJS()),
    })),
  );
}

function yamlFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap(entry => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      return yamlFiles(path);
    }
    return entry.name.endsWith('.yaml') ? [path] : [];
  });
}
