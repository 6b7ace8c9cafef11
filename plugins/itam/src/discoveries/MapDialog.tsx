import { useApi } from '@backstage/core-plugin-api';
import type { DiscoveryEntry } from '@backstage-itam/plugin-itam-common';
import { Combobox } from '@backstage/ui';
import { useState } from 'react';
import { itamApiRef } from '../api';
import { useWrite } from '../loading';
import { useSectionTexts } from '../translation';
import { FormDialog } from '../ui';
import { useMapTargets } from './useMapTargets';

/**
 * Says which product or supplier of the register a discovered name is.
 */
export function MapDialog(props: {
  discovery: DiscoveryEntry;
  onClose(): void;
  onDone(): void;
}) {
  const { discovery, onClose, onDone } = props;
  const t = useSectionTexts();
  const api = useApi(itamApiRef);
  const writing = useWrite();
  const targets = useMapTargets(discovery.kind);
  const [text, setText] = useState('');
  const [checked, setChecked] = useState(false);
  const wanted = text.trim().toLocaleLowerCase();
  // By its name, or by what it is named by in records and lists.
  const chosen = targets.find(({ label, value }) =>
    [label, value].some(name => name.toLocaleLowerCase() === wanted),
  );
  const to = chosen?.value ?? text.trim();
  const missing = checked && !to;
  return (
    <FormDialog
      title={t('discoveries.map.title', { name: discovery.name })}
      submit={t('discoveries.map.submit')}
      pending={writing.pending}
      problem={writing.problem}
      onReload={onDone}
      onClose={onClose}
      onSubmit={async () => {
        setChecked(true);
        if (
          to &&
          (await writing.send(() =>
            api.discoveries.map(discovery.id, to, discovery.version),
          ))
        ) {
          onDone();
        }
      }}
    >
      <p>{t('discoveries.map.text')}</p>
      <Combobox
        label={t(`discoveries.map.target.${discovery.kind}`)}
        description={
          missing
            ? t('discoveries.map.missing')
            : t(`discoveries.map.help.${discovery.kind}`)
        }
        isInvalid={missing}
        isRequired
        allowsCustomValue
        options={targets.filter(({ label, value }) =>
          `${label} ${value}`.toLocaleLowerCase().includes(wanted),
        )}
        value={chosen?.value ?? null}
        onChange={key => {
          const target = targets.find(({ value }) => value === key);
          if (target) {
            setText(target.label);
          }
        }}
        search={{ mode: 'server', inputValue: text, onInputChange: setText }}
      />
    </FormDialog>
  );
}
