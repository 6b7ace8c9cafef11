import { namedRecordText } from '@backstage-itam/plugin-itam-common';
import { stringify } from 'yaml';
import type { Draft } from '../draft/Draft';
import { entityOfDraft } from './entityOfDraft';

/** A draft as a catalog file; without a name while there is nothing to make it from. */
export function writeYaml(draft: Draft): string {
  const entity = entityOfDraft(draft);
  const unnamed = namedRecordText(draft).problems.length > 0;
  const { apiVersion, kind, metadata, spec } = entity;
  return stringify(
    {
      apiVersion,
      kind,
      metadata: { ...metadata, name: unnamed ? '' : metadata.name },
      spec,
    },
    { singleQuote: true, lineWidth: 0, aliasDuplicateObjects: false },
  );
}

/** What a file with the draft is called. */
export function yamlFileName(draft: Draft): string {
  const { text } = namedRecordText(draft);
  return `${text.name.replace(/[^\w.-]+/g, '-')}.yaml`;
}
