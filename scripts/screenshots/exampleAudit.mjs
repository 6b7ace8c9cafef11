/** The audit of the how-to, halfway; opened once however often it is asked. */
export async function exampleAudit(portal) {
  const session = await fetch(`${portal}/api/auth/persona/refresh`, {
    headers: {
      'x-itam-persona': 'amir',
      'X-Requested-With': 'XMLHttpRequest',
    },
  });
  const { backstageIdentity } = await session.json();
  const post = async (path, key, body) => {
    const response = await fetch(`${portal}/api/itam${path}`, {
      method: 'POST',
      headers: {
        Authorization: `Bearer ${backstageIdentity.token}`,
        'Content-Type': 'application/json',
        'Idempotency-Key': `screenshots-${key}`,
      },
      body: JSON.stringify(body),
    });
    return await response.json();
  };
  const { id } = await post('/audits', 'audit', {
    name: 'Frankfurt, rack 15',
    scope: { kind: 'Asset', location: 'Frankfurt DC1 / rack 15' },
  });
  const place = 'Frankfurt DC1 / rack 15 / U8';
  await post(`/audits/${id}/items`, 'found', {
    tag: 'HW-000133',
    outcome: 'found',
  });
  await post(`/audits/${id}/items`, 'elsewhere', {
    tag: 'HW-000151',
    outcome: 'found',
    location: place,
  });
  await post(`/audits/${id}/items`, 'unexpected', {
    serialNumber: 'CN-7781',
    outcome: 'found',
  });
  return id;
}
