import { useApi } from '@backstage/core-plugin-api';
import type { CreatedCalendarToken } from '@backstage-itam/plugin-itam-common';
import { Button } from '@backstage/ui';
import { type FormEvent, useState } from 'react';
import { itamApiRef } from '../../api';
import { useWrite } from '../../loading';
import { useSectionTexts } from '../../translation';
import { FormText, Note, ProblemAlert } from '../../ui';
import styles from './Calendar.module.css';

/** As many addresses as the register gives a person. */
const MOST_TOKENS = 10;
const MOST_CHARACTERS = 100;

/**
 * Names a new address and makes it.
 */
export function AddressForm(props: {
  /** How many addresses there are. */
  tokens: number;
  onCreated(token: CreatedCalendarToken): void;
}) {
  const { tokens, onCreated } = props;
  const t = useSectionTexts();
  const api = useApi(itamApiRef);
  const writing = useWrite();
  const [name, setName] = useState('');
  const [sent, setSent] = useState(false);
  if (tokens >= MOST_TOKENS) {
    return (
      <Note>
        {t('calendar.subscribe.mostTokens', { number: String(tokens) })}
      </Note>
    );
  }
  const problem = () => {
    if (name.trim() === '') {
      return t('calendar.subscribe.needsName');
    }
    return name.trim().length > MOST_CHARACTERS
      ? t('calendar.subscribe.longName')
      : undefined;
  };
  const create = async (event: FormEvent) => {
    event.preventDefault();
    setSent(true);
    if (!problem()) {
      await writing.send(async () =>
        onCreated(await api.calendar.createToken(name.trim())),
      );
    }
  };
  return (
    <form className={styles.form} onSubmit={create} noValidate>
      {writing.problem && <ProblemAlert problem={writing.problem} />}
      <div className={styles.create}>
        <FormText
          label={t('calendar.subscribe.name')}
          description={t('calendar.subscribe.nameHint')}
          value={name}
          problem={sent ? problem() : undefined}
          onChange={setName}
        />
        <Button type="submit" variant="primary" isPending={writing.pending}>
          {t('calendar.subscribe.create')}
        </Button>
      </div>
    </form>
  );
}
