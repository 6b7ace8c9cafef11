import { useEntityPresentation } from '@backstage/plugin-catalog-react';
import { isEntityRef } from './isEntityRef';

/**
 * The name people know an entity by where only its ref is known: the
 * catalog's title, else the ref's name. What is no ref is written as it is.
 */
export function RefTitle(props: { of: string }) {
  return isEntityRef(props.of) ? (
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
