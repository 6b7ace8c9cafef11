import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { RecordView } from '../records/RecordView';

/**
 * The record's page on the catalog's own page of an Asset, License or
 * Contract.
 * @public
 */
export function EntityRecordCard() {
  const { entity } = useEntity();
  return <RecordView recordRef={stringifyEntityRef(entity)} inCatalogPage />;
}
