import { Combobox } from '@backstage/ui';
import { useEffect, useState } from 'react';
import { useTexts } from '../../translation';
import { nodeOfText, nodeTitle } from './nodeRef';
import { type NodeOption, useNodeOptions } from './useNodeOptions';

/**
 * Chooses what figures are of: a team, service, supplier, class or cost
 * centre by name, or anything by its typed reference.
 */
export function NodePicker(props: {
  /** The chosen node; empty when none is chosen yet. */
  value: string;
  /** Its title, when the register has told it. */
  title?: string;
  label?: string;
  description?: string;
  className?: string;
  isInvalid?: boolean;
  onChange(of: string): void;
}) {
  const { value, title, className, isInvalid, onChange } = props;
  const t = useTexts();
  const shown = value ? title ?? nodeTitle(t, value) : '';
  const [text, setText] = useState(shown);
  const [wanted, setWanted] = useState(false);
  useEffect(() => setText(shown), [shown]);

  // The name of what is chosen is no search for it.
  const sections = useNodeOptions(text === shown ? '' : text, wanted);
  const options = withCurrent(sections, value && { id: value, label: shown });

  const choose = (of: string | undefined) => {
    if (of) {
      onChange(of);
    }
    setText(of && of !== value ? nodeTitle(t, of) : shown);
  };
  return (
    <Combobox
      className={className}
      label={props.label ?? t('finance.node.label')}
      description={props.description}
      placeholder={t('finance.node.placeholder')}
      allowsCustomValue
      isInvalid={isInvalid}
      options={options}
      value={value || null}
      onChange={key => choose(key === null ? nodeOfText(text) : String(key))}
      search={{ mode: 'server', inputValue: text, onInputChange: setText }}
      onFocus={() => setWanted(true)}
      onBlur={() => {
        const typed = text === shown ? undefined : nodeOfText(text);
        choose(typed === value ? undefined : typed);
      }}
    />
  );
}

/** What is chosen must be among the options, or the field would empty. */
function withCurrent(
  sections: ReturnType<typeof useNodeOptions>,
  current: NodeOption | '',
) {
  if (
    !current ||
    sections.some(({ options }) => options.some(({ id }) => id === current.id))
  ) {
    return sections;
  }
  // Last, so that a search begins at what it found.
  return [...sections, { title: current.label, options: [current] }];
}
