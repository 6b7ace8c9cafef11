import { personaToken } from '../setup/portal.mjs';

const SEATS = 12;
const UNUSED = 10;
const DAY_MS = 86_400_000;
const day = ago =>
  new Date(Date.now() - ago * DAY_MS).toISOString().slice(0, 10);

/**
 * Registers a licence with seats nobody uses, opens its pool and chooses them;
 * the licence is retired again afterwards.
 */
export async function showReclaim(page, portal) {
  const token = await personaToken(portal, 'amir');
  const send = async (method, path, body, version) => {
    const response = await fetch(`${portal}/api/itam${path}`, {
      method,
      body: body && JSON.stringify(body),
      headers: {
        Authorization: `Bearer ${token}`,
        'Content-Type': 'application/json',
        ...(version === undefined ? {} : { 'If-Match': `"${version}"` }),
      },
    });
    if (!response.ok) throw new Error(await response.text());
    return response.status === 204 ? undefined : response.json();
  };
  const { record } = await send('POST', '/records', {
    kind: 'License',
    title: 'Miro Business',
    spec: {
      type: 'subscription',
      product: 'Miro Business',
      metric: 'named-user',
      owner: 'user:default/amir',
      quantity: SEATS,
      term: { start: day(0) },
      financials: {
        price: {
          amount: '15.00',
          currency: 'EUR',
          per: 'unit',
          every: 'month',
        },
      },
    },
  });
  const path = `/records/${record.ref.replace(':', '/')}`;
  const users = await fetch(
    `${portal}/api/catalog/entities?filter=kind=user&limit=${SEATS}`,
    { headers: { Authorization: `Bearer ${token}` } },
  ).then(response => response.json());
  const holder = index => `user:default/${users[index].metadata.name}`;
  const indices = Array.from({ length: SEATS }, (_, index) => index);
  const assigned = await send(
    'POST',
    `${path}/assignments`,
    { to: indices.map(holder), from: day(200) },
    record.version,
  );
  await send('POST', `${path}/usage`, {
    measurements: indices.map(index => ({
      kind: 'seat',
      date: day(index < UNUSED ? 100 + 7 * index : 3),
      holder: holder(index),
    })),
  });
  await page.goto(
    `${portal}/it-assets/licences?${new URLSearchParams({
      pool: record.ref,
      unused: '90',
    })}`,
  );
  await page.getByText(`Select all ${UNUSED} seats shown`).click();
  await page.getByRole('button', { name: `Reclaim ${UNUSED} seats` }).click();
  await page.getByRole('dialog').waitFor();
  return async () => send('DELETE', path, undefined, assigned.record.version);
}
