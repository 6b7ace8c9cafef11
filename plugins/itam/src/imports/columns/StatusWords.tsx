import {
  LIFECYCLE_STAGES,
  statusesOf,
} from '@backstage-itam/plugin-itam-common';
import { Select } from '@backstage/ui';
import { useSectionTexts } from '../../translation';
import { Note, Subheading } from '../../ui';
import styles from '../Imports.module.css';
import { UNSTATED } from '../reading/readingChoices';

/**
 * What the file's own words for a status stand for; nothing when it has none.
 */
export function StatusWords(props: {
  /** Words that were not understood. */
  unknown: readonly string[];
  statuses: Readonly<Record<string, string>>;
  disabled: boolean;
  onChange(statuses: Record<string, string>): void;
}) {
  const { unknown, statuses, disabled, onChange } = props;
  const t = useSectionTexts();
  const words = [...new Set([...Object.keys(statuses), ...unknown])];
  if (words.length === 0) {
    return null;
  }
  return (
    <>
      <Subheading>{t('imports.statuses.title')}</Subheading>
      <Note>{t('imports.statuses.text')}</Note>
      <div className={styles.fields}>
        {words.map(word => (
          <Select
            key={word}
            label={word}
            isDisabled={disabled}
            options={[
              { value: UNSTATED, label: t('imports.statuses.unstated') },
              ...LIFECYCLE_STAGES.map(stage => ({
                title: t(`stage.${stage}`),
                options: statusesOf(stage).map(status => ({
                  value: status,
                  label: status,
                })),
              })),
            ]}
            value={statuses[word] ?? UNSTATED}
            onChange={key => {
              const { [word]: _, ...others } = statuses;
              onChange(
                key === UNSTATED || key === null
                  ? others
                  : { ...others, [word]: String(key) },
              );
            }}
          />
        ))}
      </div>
    </>
  );
}
