// A catalog file that somebody keeps editing.
import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export const DECLARED = 'asset:default/soak-server';

export const catalogFile = folder => join(folder, 'edited.yaml');

/** Writes the file as of one edit, whole at once. */
export function writeCatalogFile(folder, edit) {
  const next = join(folder, 'edited.next');
  writeFileSync(
    next,
    `apiVersion: itam/v1alpha1
kind: Asset
metadata:
  name: soak-server
  title: Server, edit ${edit}
spec:
  class: hardware
  type: server
  stage: maintenance
  status: in-use
  owner: group:default/payments
  services:
    - ref: component:default/payments-api
  inService: 2026-01-01
  financials:
    purchase:
      amount: '${4_800 + edit}.00'
      currency: EUR
      date: 2026-01-01
    depreciation:
      method: straight-line
      months: 48
`,
  );
  renameSync(next, catalogFile(folder));
}
