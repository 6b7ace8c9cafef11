import type { ReactNode } from 'react';
import styles from './Facts.module.css';

/** A label and what stands behind it. */
export interface Fact {
  label: string;
  value: ReactNode;
}

/**
 * Labels and values; facts without a value are left out.
 */
export function Facts(props: { facts: readonly Fact[] }) {
  const known = props.facts.filter(
    fact =>
      fact.value !== undefined && fact.value !== null && fact.value !== '',
  );
  if (known.length === 0) {
    return null;
  }
  return (
    <dl className={styles.facts}>
      {known.map(fact => (
        <FactRow key={fact.label} {...fact} />
      ))}
    </dl>
  );
}

function FactRow({ label, value }: Fact) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </>
  );
}
