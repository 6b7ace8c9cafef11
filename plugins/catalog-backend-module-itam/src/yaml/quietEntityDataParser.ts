import { stringifyLocationRef } from '@backstage/catalog-model';
import {
  CatalogProcessorParser,
  CatalogProcessorResult,
  LocationSpec,
  parseEntityYaml,
  processingResult,
} from '@backstage/plugin-catalog-node';
import { isTooDeep, yamlRule } from '@backstage-itam/plugin-itam-common';

const READER_ERROR = /(?:YAML error|Failed to parse YAML) at /;
// The reader appends the position to its text, then the line itself.
const POSITION = / at line (\d+), column (\d+)(?::\n|$)/;
const SAFE_TEXT = /^Expected object at root, got [a-z]+$/;

function quietMessage(message: string, location: LocationSpec): string {
  const ref = stringifyLocationRef(location);
  if (SAFE_TEXT.test(message)) {
    return `YAML error at ${ref}: ${message}`;
  }
  const prefix = READER_ERROR.exec(message);
  const afterRef = prefix
    ? message.slice(prefix.index + prefix[0].length + ref.length)
    : message;
  const readerText = afterRef.replace(/^, (?:\w*Error: )?/, '');
  const position = POSITION.exec(readerText);
  const where = position
    ? ` at line ${position[1]}, column ${position[2]}`
    : '';
  return `YAML error at ${ref}: ${yamlRule(readerText)}${where}`;
}

function* quietResults(
  data: Buffer,
  location: LocationSpec,
): Generator<CatalogProcessorResult> {
  const ref = stringifyLocationRef(location);
  try {
    for (const result of parseEntityYaml(data, location)) {
      if (result.type === 'error') {
        yield processingResult.generalError(
          location,
          quietMessage(result.error.message, location),
        );
      } else if (result.type === 'entity' && isTooDeep(result.entity)) {
        yield processingResult.generalError(
          location,
          `YAML error at ${ref}: a document is nested too deeply or refers to itself`,
        );
      } else {
        yield result;
      }
    }
  } catch (error) {
    // Aliases are resolved after parsing; their errors quote the alias.
    const text = error instanceof Error ? error.message : '';
    yield processingResult.generalError(
      location,
      `YAML error at ${ref}: ${
        text.startsWith('Excessive alias count')
          ? 'too many aliases'
          : yamlRule(text)
      }`,
    );
  }
}

/**
 * The catalog's own YAML parser, with errors that name the broken rule and its
 * position but quote nothing from the file.
 *
 * The catalog shows such errors to every reader, logs them and publishes them
 * as events, and the quoted line may hold an amount. Documents that would
 * break the catalog's processing later (nested without end) become errors of
 * their file.
 */
export const quietEntityDataParser: CatalogProcessorParser =
  async function* parse({ data, location }) {
    yield* quietResults(data, location);
  };
