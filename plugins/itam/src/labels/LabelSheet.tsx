import type { RecordSummary } from '@backstage-itam/plugin-itam-common';
import type { CSSProperties } from 'react';
import { useTexts } from '../translation';
import { titleOfRef } from '../ui';
import { LABEL_SIZES, type LabelSize, type LabelSizeName } from './labelSizes';
import styles from './Labels.module.css';
import { QrCode } from './QrCode';

/**
 * Labels as they are printed: a code that opens the record's page, its tag,
 * name and owner.
 */
export function LabelSheet(props: {
  records: readonly RecordSummary[];
  size: LabelSizeName;
  /** Labels of the first sheet that are used already. */
  skip: number;
  addressOf(ref: string): string;
}) {
  const { records, skip, addressOf } = props;
  const size: LabelSize = LABEL_SIZES[props.size];
  const t = useTexts();
  const style: CSSProperties &
    Record<'--label-width' | '--label-height' | '--label-font', string> = {
    '--label-width': `${size.width}mm`,
    '--label-height': `${size.height}mm`,
    '--label-font': `${size.fontMm}mm`,
  };
  const label = (record: RecordSummary) => (
    <article key={record.ref} className={styles.label}>
      <div className={styles.code}>
        <QrCode
          text={addressOf(record.ref)}
          label={t('labels.code', { title: record.title })}
        />
      </div>
      <div className={styles.text}>
        <strong>{record.tag ?? record.serialNumber ?? record.ref}</strong>
        <span>{record.title}</span>
        {record.owner && <span>{titleOfRef(record.owner)}</span>}
      </div>
    </article>
  );
  if (!size.sheet) {
    return (
      <div className={styles.roll} style={style}>
        {records.map(label)}
      </div>
    );
  }
  const places: (RecordSummary | undefined)[] = [
    ...Array.from({ length: skip }, () => undefined),
    ...records,
  ];
  const perSheet = size.sheet.columns * size.sheet.rows;
  const sheets = Array.from(
    { length: Math.ceil(places.length / perSheet) },
    (_, at) => places.slice(at * perSheet, (at + 1) * perSheet),
  );
  return (
    <div style={style}>
      {sheets.map((sheet, at) => (
        <div key={at} className={styles.sheet}>
          {sheet.map((record, place) =>
            record ? (
              label(record)
            ) : (
              <div key={place} className={styles.used} aria-hidden="true" />
            ),
          )}
        </div>
      ))}
    </div>
  );
}
