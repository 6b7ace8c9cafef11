import { parseEntityRef } from '@backstage/catalog-model';
import { useEntityPresentation } from '@backstage/plugin-catalog-react';
import type { FindingEntry } from '@backstage-itam/plugin-itam-common';
import { Fragment, type ReactNode } from 'react';
import type { RuleTexts } from '../translation';
import { isEntityRef } from '../ui';

/**
 * What a finding says. Entities it names are called as the catalog calls them;
 * those it does not know, by their refs.
 */
export function FindingText(props: {
  finding: Pick<FindingEntry, 'rule' | 'message' | 'variant' | 'values'>;
  rules: RuleTexts;
}) {
  const { finding, rules } = props;
  const refs = Object.values(finding.values ?? {}).filter(
    value => typeof value === 'string' && isEntityRef(value),
  );
  return <>{withNames(rules.message(finding), refs.map(String))}</>;
}

function withNames(
  text: string,
  [ref, ...others]: readonly string[],
): ReactNode {
  return ref === undefined
    ? text
    : text.split(ref).map((piece, index) => (
        <Fragment key={index}>
          {index > 0 && <EntityName of={ref} />}
          {withNames(piece, others)}
        </Fragment>
      ));
}

/** The catalog is asked for all names of a page at once. */
function EntityName(props: { of: string }) {
  const { of } = props;
  const { primaryTitle } = useEntityPresentation(of, {
    defaultNamespace: 'default',
  });
  // Without an entity the catalog's word is the name in the ref: the whole ref
  // says more of what is missing.
  return primaryTitle === parseEntityRef(of).name ? (
    <>{of}</>
  ) : (
    <span title={of}>{primaryTitle}</span>
  );
}
