import { parseEntityRef } from '@backstage/catalog-model';

/** Where the portal shows a record, below the portal's own address. */
export function recordPath(pagePath: string, ref: string): string {
  const { kind, namespace, name } = parseEntityRef(ref);
  return [pagePath, 'records', ...[kind, namespace, name].map(encoded)].join(
    '/',
  );
}

/** Where the portal shows a budget, below the portal's own address. */
export function budgetPath(
  pagePath: string,
  budget: { fiscalYear: number; nodeRef: string },
): string {
  const { fiscalYear, nodeRef } = budget;
  return `${pagePath}/finance/budgets/${fiscalYear}/${encoded(nodeRef)}`;
}

function encoded(part: string): string {
  return encodeURIComponent(part);
}
