import { personaToken } from '../setup/portal.mjs';

/** The lists that docs/how-to/find-shadow-it.md delivers. */
const LISTS = {
  software: {
    source: 'fleet-agent',
    entries: [
      {
        name: 'Dropbox 215.4',
        publisher: 'Dropbox, Inc.',
        device: 'LT-000201',
        user: 'erin',
        lastSeen: '2026-10-14',
      },
      {
        name: 'IntelliJ IDEA Ultimate 2026.2',
        publisher: 'JetBrains',
        device: 'LT-000201',
        user: 'erin',
        lastSeen: '2026-10-14',
      },
      { name: 'Jira Premium', user: 'max', lastSeen: '2026-10-13' },
    ],
  },
  spend: {
    source: 'ledger',
    entries: [
      {
        id: '4711',
        date: '2026-10-10',
        supplier: 'Miro B.V.',
        text: 'Boards, 12 seats',
        costCenter: 'CC-410',
        amount: { amount: '172.80', currency: 'EUR' },
      },
      {
        id: '4712',
        date: '2026-10-12',
        supplier: 'GitHub, Inc.',
        amount: { amount: '1512.00', currency: 'USD' },
      },
    ],
  },
};

/** Delivers them; delivered again, they change nothing. */
export async function discoveredLists(portal) {
  const token = await personaToken(portal, 'amir');
  for (const [kind, list] of Object.entries(LISTS)) {
    const response = await fetch(`${portal}/api/itam/discoveries/${kind}`, {
      method: 'POST',
      headers: {
        Authorization: `Bearer ${token}`,
        'Content-Type': 'application/json',
      },
      body: JSON.stringify(list),
    });
    if (!response.ok) throw new Error(await response.text());
  }
}
