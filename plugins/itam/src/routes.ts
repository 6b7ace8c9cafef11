import { createRouteRef, createSubRouteRef } from '@backstage/core-plugin-api';

/**
 * The IT Assets section.
 * @public
 */
export const rootRouteRef = createRouteRef({ id: 'itam' });

/**
 * What is spent, what comes up and what is wrong; the section's first page.
 * @public
 */
export const overviewRouteRef = createSubRouteRef({
  id: 'itam/overview',
  parent: rootRouteRef,
  path: '/overview',
});

/**
 * The organisation with what it owns and spends; `of` in the query is a group
 * or `orphans`, `leavers`, `shadow-it`.
 * @public
 */
export const ownershipRouteRef = createSubRouteRef({
  id: 'itam/ownership',
  parent: rootRouteRef,
  path: '/ownership',
});

/**
 * The register's list.
 * @public
 */
export const registerRouteRef = createSubRouteRef({
  id: 'itam/register',
  parent: rootRouteRef,
  path: '/records',
});

/**
 * The page of one record; kind, namespace and name in lower case.
 * @public
 */
export const recordRouteRef = createSubRouteRef({
  id: 'itam/record',
  parent: rootRouteRef,
  path: '/records/:kind/:namespace/:name',
});

/**
 * Products and how their licences stand.
 * @public
 */
export const licencesRouteRef = createSubRouteRef({
  id: 'itam/licences',
  parent: rootRouteRef,
  path: '/licences',
});

/**
 * Contracts and their renewals.
 * @public
 */
export const contractsRouteRef = createSubRouteRef({
  id: 'itam/contracts',
  parent: rootRouteRef,
  path: '/contracts',
});

/**
 * Suppliers, what is spent with them and the next decision of each.
 * @public
 */
export const suppliersRouteRef = createSubRouteRef({
  id: 'itam/suppliers',
  parent: rootRouteRef,
  path: '/contracts/suppliers',
});

/**
 * The page of one supplier, by its slug.
 * @public
 */
export const supplierRouteRef = createSubRouteRef({
  id: 'itam/supplier',
  parent: rootRouteRef,
  path: '/contracts/suppliers/:vendor',
});

/**
 * The cost explorer, and under it comparison, forecast, budgets,
 * depreciation, rates and closing.
 * @public
 */
export const financeRouteRef = createSubRouteRef({
  id: 'itam/finance',
  parent: rootRouteRef,
  path: '/finance',
});

/**
 * Why a cost differs between two periods; takes the query parameters of the
 * comparison (`of`, `from`, `to`, `baseFrom`, `baseTo`, `basis`, `view`,
 * `currency`).
 * @public
 */
export const financeCompareRouteRef = createSubRouteRef({
  id: 'itam/finance-compare',
  parent: rootRouteRef,
  path: '/finance/compare',
});

/**
 * One budget: its fiscal year and the node it is of, percent-encoded.
 * @public
 */
export const budgetRouteRef = createSubRouteRef({
  id: 'itam/budget',
  parent: rootRouteRef,
  path: '/finance/budgets/:fiscalYear/:of',
});

/**
 * Uploading a spreadsheet, and the reader's imports.
 * @public
 */
export const importsRouteRef = createSubRouteRef({
  id: 'itam/imports',
  parent: rootRouteRef,
  path: '/import',
});

/**
 * One import: its columns, what its rows would do, and what was done.
 * @public
 */
export const importRouteRef = createSubRouteRef({
  id: 'itam/import',
  parent: rootRouteRef,
  path: '/import/:id',
});

/**
 * Audits; findings are at `findings` below it, policies at `policies`, and an
 * audit at its number.
 * @public
 */
export const auditsRouteRef = createSubRouteRef({
  id: 'itam/audits',
  parent: rootRouteRef,
  path: '/audits',
});

/**
 * Health of the register.
 * @public
 */
export const healthRouteRef = createSubRouteRef({
  id: 'itam/health',
  parent: rootRouteRef,
  path: '/health',
});
