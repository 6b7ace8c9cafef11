import type { ImportModeName } from '@backstage-itam/plugin-itam-common';
import { Button, Radio, RadioGroup } from '@backstage/ui';
import { useState } from 'react';
import { useSectionTexts } from '../../translation';
import { Note, Panel } from '../../ui';
import styles from '../Imports.module.css';
import type { ImportPartProps } from '../ImportView';
import { isOpen } from '../importState';
import { CommitDialog } from './CommitDialog';
import { useWillDo } from './useWillDo';

const MODES = ['all-or-nothing', 'skip-errors'] as const;

/**
 * Says what will be written, asks how errors are meant, and has it written.
 */
export function CommitPanel(props: ImportPartProps) {
  const { detail, onView } = props;
  const t = useSectionTexts();
  const [mode, setMode] = useState<ImportModeName>(detail.mode);
  const [asking, setAsking] = useState(false);
  const willDo = useWillDo(detail, mode);
  const errors = detail.outcomes.error;
  if (!isOpen(detail)) {
    return (
      <Panel title={t('imports.commit.title')}>
        <Note>{t('imports.commit.wait')}</Note>
      </Panel>
    );
  }
  return (
    <Panel title={t('imports.commit.title')}>
      <RadioGroup
        label={t('imports.commit.mode')}
        value={mode}
        onChange={value =>
          setMode(MODES.find(one => one === value) ?? 'all-or-nothing')
        }
      >
        {MODES.map(one => (
          <Radio key={one} value={one}>
            {t(`imports.commit.modeName.${one}`)}
          </Radio>
        ))}
      </RadioGroup>
      <div role="status">
        <ul className={styles.willDo}>
          {willDo.lines.map(line => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </div>
      <div className={styles.actions}>
        <Button
          variant="primary"
          isDisabled={!willDo.possible}
          onPress={() => setAsking(true)}
        >
          {t('imports.commit.submit', { count: willDo.records })}
        </Button>
        {errors > 0 && (
          <Button
            variant="secondary"
            onPress={() => onView({ step: 'check', outcome: 'error' })}
          >
            {t('imports.check.seeErrors')}
          </Button>
        )}
      </div>
      {asking && (
        <CommitDialog {...props} mode={mode} onClose={() => setAsking(false)} />
      )}
    </Panel>
  );
}
