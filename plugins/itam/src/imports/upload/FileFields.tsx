import type { ImportUploadQuery } from '@backstage-itam/plugin-itam-common';
import { Select } from '@backstage/ui';
import { useSectionTexts } from '../../translation';
import {
  DELIMITERS,
  ENCODINGS,
  KINDS,
  UNSTATED,
} from '../reading/readingChoices';

/**
 * What can be said of a file only while it is uploaded: what its rows are,
 * and how its bytes are read.
 */
export function FileFields(props: {
  value: ImportUploadQuery;
  onChange(change: ImportUploadQuery): void;
}) {
  const { value, onChange } = props;
  const t = useSectionTexts();
  return (
    <>
      <Select
        label={t('imports.reading.kind')}
        options={[
          { value: UNSTATED, label: t('imports.reading.kindByHeaders') },
          ...KINDS.map(kind => ({ value: kind, label: t(`kinds.${kind}`) })),
        ]}
        value={value.kind ?? UNSTATED}
        onChange={key => onChange({ kind: KINDS.find(kind => kind === key) })}
      />
      <Select
        label={t('imports.reading.delimiter')}
        options={[
          { value: UNSTATED, label: t('imports.reading.foundOut') },
          ...DELIMITERS.map(name => ({
            value: name,
            label: t(`imports.reading.delimiterName.${name}`),
          })),
        ]}
        value={value.delimiter ?? UNSTATED}
        onChange={key =>
          onChange({ delimiter: DELIMITERS.find(name => name === key) })
        }
      />
      <Select
        label={t('imports.reading.encoding')}
        options={[
          { value: UNSTATED, label: t('imports.reading.encodingDefault') },
          ...ENCODINGS.map(name => ({ value: name, label: name })),
        ]}
        value={value.encoding ?? UNSTATED}
        onChange={key =>
          onChange({ encoding: ENCODINGS.find(name => name === key) })
        }
      />
    </>
  );
}
