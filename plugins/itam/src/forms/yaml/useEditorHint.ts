import { discoveryApiRef, useApi } from '@backstage/core-plugin-api';
import { useLoad } from '../../loading';

const HINT = 'yaml-language-server:';

/**
 * Puts a line before a catalog file by which editors find its schema; a file
 * that has one keeps it, and without a schema it stays as it is.
 */
export function useEditorHint(): (text: string) => string {
  const discovery = useApi(discoveryApiRef);
  const base = useLoad('itam', () => discovery.getBaseUrl('itam'));
  return text =>
    base.state !== 'ready' || text.includes(HINT)
      ? text
      : `# ${HINT} $schema=${base.value}/.well-known/schemas/catalog-file.json\n${text}`;
}
