import { parseEntityRef } from '@backstage/catalog-model';

/**
 * How a build uploads the bill of materials of a service.
 */
export function uploadExample(ref: string): string {
  const { kind, namespace, name } = parseEntityRef(ref);
  return [
    'curl -X PUT -T bom.json -H "Authorization: Bearer $TOKEN" \\',
    "  -H 'Content-Type: application/vnd.cyclonedx+json' \\",
    `  "$PORTAL/api/itam/services/${kind}/${namespace}/${name}/software?revision=$COMMIT"`,
  ].join('\n');
}
