import { stringifyEntityRef } from '@backstage/catalog-model';
import { useParams } from 'react-router-dom';
import { RecordView } from '../records/RecordView';
import { PageBody } from '../ui';

/**
 * The page of the record the address names.
 */
export function RecordPage() {
  const { kind = '', namespace = '', name = '' } = useParams();
  return (
    <PageBody>
      <RecordView recordRef={stringifyEntityRef({ kind, namespace, name })} />
    </PageBody>
  );
}
