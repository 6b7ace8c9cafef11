import type { RecordDetail } from '@backstage-itam/plugin-itam-common';
import { useFormat } from '../format';
import { metricText, useTexts } from '../translation';
import { Facts, Panel, VendorLink } from '../ui';
import { type SpecJson, specText } from './spec';

const TEXT_FIELDS = [
  'tag',
  'serialNumber',
  'manufacturer',
  'model',
  'product',
  'publisher',
  'number',
  'licenseExpression',
  'location',
  'version',
  'quantity',
] as const;
const DATE_FIELDS = [
  'inService',
  'expected',
  'endOfLife',
  'supportUntil',
  'lastSeen',
] as const;

/**
 * What identifies a record; a field that is not declared is left out.
 */
export function IdentityPanel(props: { detail: RecordDetail }) {
  const { record, spec } = props.detail;
  const t = useTexts();
  const format = useFormat();
  // What the spec leaves to the register, such as a tag given on receipt.
  const known: SpecJson = {
    tag: record.tag,
    serialNumber: record.serialNumber,
    // A licence has a publisher, which the register keeps in the same place.
    manufacturer: record.kind === 'License' ? undefined : record.manufacturer,
    model: record.model,
    product: record.product,
    location: record.location,
    ...spec,
  };
  const metric = specText(spec, 'metric');
  return (
    <Panel title={t('record.identity')}>
      <Facts
        facts={[
          ...TEXT_FIELDS.map(field => ({
            label: t(`record.fields.${field}`),
            value:
              field === 'quantity' && typeof known.quantity === 'number'
                ? format.count(known.quantity)
                : specText(known, field),
          })),
          {
            label: t('record.fields.metric'),
            value: metric && metricText(t, metric),
          },
          {
            label: t('record.fields.vendor'),
            value: record.vendor && (
              <VendorLink vendor={record.vendor} title={record.vendorTitle} />
            ),
          },
          ...DATE_FIELDS.map(field => {
            const date = specText(spec, field);
            return {
              label: t(`record.fields.${field}`),
              value: date && format.date(date),
            };
          }),
        ]}
      />
    </Panel>
  );
}
