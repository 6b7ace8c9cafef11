import { Accordion, AccordionPanel, AccordionTrigger } from '@backstage/ui';
import { type ReactNode, useEffect, useState } from 'react';
import { useForm } from './FormContext';
import fields from './fields/Fields.module.css';

/** Fields in columns, as many as there is room for. */
export function FieldGrid(props: { children: ReactNode }) {
  return <div className={fields.grid}>{props.children}</div>;
}

/**
 * Optional fields under a heading that says what is in them. Opens by itself
 * when something in it is wrong.
 */
export function FormSection(props: {
  title: string;
  /** What is in the fields; said instead of `nothing`. */
  summary: string | undefined;
  nothing: string;
  /** Paths of its fields begin with one of these. */
  paths: readonly string[];
  children: ReactNode;
}) {
  const { title, summary, nothing, paths, children } = props;
  const form = useForm();
  const wrong = form.problems.some(({ path }) =>
    paths.some(start => path.startsWith(start)),
  );
  const [open, setOpen] = useState(false);
  useEffect(() => {
    if (wrong) {
      setOpen(true);
    }
  }, [wrong]);
  return (
    <Accordion isExpanded={open} onExpandedChange={setOpen}>
      <AccordionTrigger title={title} subtitle={summary ?? nothing} />
      <AccordionPanel>
        <div className={fields.section}>
          <FieldGrid>{children}</FieldGrid>
        </div>
      </AccordionPanel>
    </Accordion>
  );
}
