import { Picker, usePickerText } from '../../picking';
import { useSectionTexts } from '../../translation';
import { nodeOfText, nodeTitle } from './nodeRef';
import { useNodeOptions } from './useNodeOptions';

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
  const { value, title, onChange } = props;
  const t = useSectionTexts();
  const nameOf = (of: string) =>
    of === value && title ? title : nodeTitle(t, of);
  const text = usePickerText(value, value && nameOf(value));
  const found = useNodeOptions(text.term, text.wanted);
  return (
    <Picker
      className={props.className}
      label={props.label ?? t('finance.node.label')}
      description={props.description}
      placeholder={t('finance.node.placeholder')}
      isInvalid={props.isInvalid}
      isKept
      text={text}
      found={found}
      value={value}
      nameOf={nameOf}
      readTyped={nodeOfText}
      onChange={({ id }) => onChange(id)}
    />
  );
}
