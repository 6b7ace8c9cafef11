// Registered records that the screenshots show: the example organisation has
// none, as all its records are declared in files.
const owner = 'group:default/workplace';

const records = [
  {
    kind: 'Asset',
    name: 'screenshot-server',
    title: 'Build server BER-02',
    spec: {
      class: 'hardware',
      type: 'server',
      stage: 'maintenance',
      status: 'in-use',
      owner,
      assignee: 'group:default/workplace',
      tag: 'HW-000902',
      serialNumber: '8LM2Q71',
      manufacturer: 'Dell',
      model: 'PowerEdge R660',
      vendor: 'dell',
      location: 'Berlin / server room',
      inService: '2024-02-01',
      financials: {
        purchase: { amount: '9600.00', currency: 'EUR', date: '2024-01-22' },
        depreciation: { method: 'straight-line', months: 48 },
      },
    },
  },
  {
    kind: 'Asset',
    name: 'screenshot-server-old',
    title: 'Build server BER-01',
    spec: {
      class: 'hardware',
      type: 'server',
      stage: 'decommission',
      status: 'retired',
      owner,
      tag: 'HW-000611',
      serialNumber: '5KD9T20',
      manufacturer: 'Dell',
      model: 'PowerEdge R650',
      vendor: 'dell',
      location: 'Berlin / server room',
      inService: '2023-03-01',
      disposal: { date: '2026-10-15', reason: 'Replaced by BER-02' },
      financials: {
        purchase: { amount: '8400.00', currency: 'EUR', date: '2023-02-20' },
        depreciation: { method: 'straight-line', months: 48 },
      },
    },
  },
  {
    kind: 'Asset',
    name: 'screenshot-laptop',
    title: 'ThinkPad T14 of Wes',
    spec: {
      class: 'hardware',
      type: 'laptop',
      stage: 'maintenance',
      status: 'in-use',
      owner,
      assignee: 'user:default/wes',
      tag: 'HW-000871',
      serialNumber: '7XK2P04',
      manufacturer: 'Lenovo',
      model: 'ThinkPad T14 Gen 6',
      vendor: 'bechtle',
      location: 'Berlin',
      inService: '2026-02-02',
    },
  },
  {
    kind: 'License',
    name: 'screenshot-seats',
    title: 'Design suite',
    spec: {
      type: 'subscription',
      product: 'Design suite',
      owner,
      metric: 'named-user',
      quantity: 5,
      term: { start: '2026-01-01' },
      assignments: [{ to: 'user:default/wes', from: '2026-02-02' }],
    },
  },
];

const pathOf = ({ kind, name }) =>
  `/api/itam/records/${kind.toLowerCase()}/default/${name}`;

/** Puts them into the register of a portal; `remove()` retires them. */
export async function screenshotRecords(portal) {
  const login = await fetch(`${portal}/api/auth/persona/refresh`, {
    headers: { 'x-itam-persona': 'amir', 'X-Requested-With': 'XMLHttpRequest' },
  });
  const { token } = (await login.json()).backstageIdentity;
  const call = async (path, method = 'GET', body = undefined, version) => {
    const response = await fetch(portal + path, {
      method,
      headers: {
        Authorization: `Bearer ${token}`,
        ...(body ? { 'Content-Type': 'application/json' } : {}),
        ...(version === undefined ? {} : { 'If-Match': `"${version}"` }),
      },
      body: body && JSON.stringify(body),
    });
    if (!response.ok && response.status !== 404) {
      throw new Error(`${method} ${path}: ${await response.text()}`);
    }
    return response;
  };
  for (const record of records) {
    const path = pathOf(record);
    const found = await call(path);
    if (found.status === 404) {
      await call('/api/itam/records', 'POST', record);
      continue;
    }
    const { record: known } = await found.json();
    if (known.retiredAt) {
      const why = { reason: 'Shown again' };
      await call(`${path}/restore`, 'POST', why, known.version);
    }
  }
  return {
    remove: async () => {
      for (const record of records) {
        const path = pathOf(record);
        const { record: known } = await (await call(path)).json();
        await call(`${path}?reason=Shown`, 'DELETE', undefined, known.version);
      }
    },
  };
}
