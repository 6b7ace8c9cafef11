import type { RecordMetadata } from '../../stores/records/recordColumns';

/** What names and describes a record, as a row has it. */
export function metadataFrom(metadata: {
  name: string;
  namespace: string;
  title?: unknown;
  description?: unknown;
}): RecordMetadata {
  const { name, namespace, title, description } = metadata;
  return {
    name,
    namespace: namespace.toLowerCase(),
    title: typeof title === 'string' ? title.trim() : null,
    description: typeof description === 'string' ? description : null,
    sourceLocation: null,
  };
}
