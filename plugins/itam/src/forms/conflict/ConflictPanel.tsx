import type { JsonValue } from '@backstage/types';
import { Button, Radio, RadioGroup } from '@backstage/ui';
import { useState } from 'react';
import { useTexts } from '../../translation';
import { Note, Panel } from '../../ui';
import type { ForeignChange } from './mergeDrafts';
import styles from './Conflict.module.css';

/**
 * What somebody else changed meanwhile. Where both changed a field, the writer
 * decides whose value stands.
 */
export function ConflictPanel(props: {
  changes: readonly ForeignChange[];
  pending: boolean;
  /** Saves one's own changes on the newest version, except for these fields. */
  onKeep(taken: ReadonlySet<string>): void;
  /** Gives one's own changes up. */
  onTake(): void;
}) {
  const { changes, pending, onKeep, onTake } = props;
  const t = useTexts();
  const [taken, setTaken] = useState<ReadonlySet<string>>(new Set());
  const decide = (path: string, whose: string) => {
    const next = new Set(taken);
    if (whose === 'theirs') {
      next.add(path);
    } else {
      next.delete(path);
    }
    setTaken(next);
  };
  return (
    <Panel title={t('forms.conflict.title')}>
      <div role="alert">
        <Note>
          {changes.length === 0
            ? t('forms.conflict.nothing')
            : t('forms.conflict.text', { count: changes.length })}
        </Note>
      </div>
      {changes.map(({ path, before, theirs, mine, clash }) => (
        <div key={path} className={styles.change}>
          <code>{path}</code>
          <dl>
            <dt>{t('forms.conflict.before')}</dt>
            <dd>{shown(before)}</dd>
            <dt>{t('forms.conflict.theirs')}</dt>
            <dd>{shown(theirs)}</dd>
            {clash && (
              <>
                <dt>{t('forms.conflict.mine')}</dt>
                <dd>{shown(mine)}</dd>
              </>
            )}
          </dl>
          {clash && (
            <RadioGroup
              label={t('forms.conflict.choose', { path })}
              orientation="horizontal"
              value={taken.has(path) ? 'theirs' : 'mine'}
              onChange={whose => decide(path, whose)}
            >
              <Radio value="mine">{t('forms.conflict.keepMine')}</Radio>
              <Radio value="theirs">{t('forms.conflict.takeTheirs')}</Radio>
            </RadioGroup>
          )}
        </div>
      ))}
      <div className={styles.actions}>
        <Button
          variant="primary"
          isPending={pending}
          onPress={() => onKeep(taken)}
        >
          {t('forms.conflict.save')}
        </Button>
        <Button variant="secondary" isDisabled={pending} onPress={onTake}>
          {t('forms.conflict.discard')}
        </Button>
      </div>
    </Panel>
  );
}

function shown(value: JsonValue | undefined): string {
  if (value === undefined || value === null) {
    return '–';
  }
  return typeof value === 'string' ? value : JSON.stringify(value);
}
