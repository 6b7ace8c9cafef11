import { useEntityPresentation } from '@backstage/plugin-catalog-react';

/** What is no entity ref, such as an actor of the register's own. */
const ENTITY_REF = /^[^:/]+:[^:/]+\/[^:/]+$/;

/**
 * The name people know an entity by where only its ref is known: the
 * catalog's title, else the ref's name. What is no ref is written as it is.
 */
export function RefTitle(props: { of: string }) {
  return ENTITY_REF.test(props.of) ? (
    <EntityTitle of={props.of} />
  ) : (
    <>{props.of}</>
  );
}

function EntityTitle(props: { of: string }) {
  const { primaryTitle } = useEntityPresentation(props.of, {
    defaultNamespace: 'default',
  });
  return <>{primaryTitle}</>;
}
