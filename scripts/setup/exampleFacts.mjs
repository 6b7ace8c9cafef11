// What catalog files cannot say of the example organisation: measured use,
// servicing, budgets, names of suppliers and what a service is built of. They go in through the register's own API, as the
// people whose work it is would do it. Nothing that is there is changed.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { personaToken } from './portal.mjs';
import { SetupError } from './progress.mjs';
import { root } from './toolchain.mjs';

const DAY_MS = 24 * 60 * 60 * 1000;

function readFacts(name) {
  return JSON.parse(
    readFileSync(join(root, 'examples/facts', `${name}.json`), 'utf8'),
  );
}

async function call(portal, token, method, path, { body, headers } = {}) {
  const response = await fetch(`${portal.url}/api/itam${path}`, {
    method,
    headers: {
      Authorization: `Bearer ${token}`,
      'Content-Type': 'application/json',
      ...headers,
    },
    body: body && JSON.stringify(body),
  });
  const text = await response.text();
  if (!response.ok && response.status !== 404) {
    throw new SetupError(
      `${method} ${path} answered ${response.status}: ${text.slice(0, 500)}`,
    );
  }
  return { found: response.ok, answer: text && JSON.parse(text) };
}

const recordPath = ref => `/records/${ref.replace(':', '/')}`;

/** Use is measured some days before today, so that the example stays fresh. */
function measurementOn(now, { daysAgo, ...measurement }) {
  return daysAgo === undefined
    ? measurement
    : {
        ...measurement,
        date: new Date(now - daysAgo * DAY_MS).toISOString().slice(0, 10),
      };
}

async function loadUsage(portal, token) {
  for (const { license, measurements } of readFacts('usage')) {
    const path = `${recordPath(license)}/usage`;
    const { answer } = await call(portal, token, 'GET', path);
    if (answer.items?.length === 0) {
      const now = Date.now();
      await call(portal, token, 'POST', path, {
        body: { measurements: measurements.map(m => measurementOn(now, m)) },
      });
    }
  }
}

async function loadServicings(portal, token) {
  for (const { record, servicing } of readFacts('servicings')) {
    const path = `${recordPath(record)}/servicings`;
    const { answer } = await call(portal, token, 'GET', path);
    const isKnown = answer.items?.some(
      item => item.date === servicing.date && item.title === servicing.title,
    );
    if (!isKnown) {
      await call(portal, token, 'POST', path, {
        body: servicing,
        headers: { 'Idempotency-Key': `example-${record}-${servicing.date}` },
      });
    }
  }
}

async function loadBudgets(portal, token) {
  const fiscalYear = new Date().getUTCFullYear();
  for (const { of, budget } of readFacts('budgets')) {
    const path = `/budgets/${fiscalYear}/${encodeURIComponent(of)}`;
    const { found } = await call(portal, token, 'GET', path);
    if (!found) {
      await call(portal, token, 'PUT', path, {
        body: budget,
        headers: { 'If-None-Match': '*' },
      });
    }
  }
}

async function loadSuppliers(portal, token) {
  const { answer } = await call(portal, token, 'GET', '/suppliers?limit=500');
  const titles = readFacts('suppliers');
  for (const { vendor, title } of answer.items) {
    if (!title && titles[vendor]) {
      await call(portal, token, 'PUT', `/suppliers/${vendor}/title`, {
        body: { title: titles[vendor] },
      });
    }
  }
}

async function loadSoftware(portal, token) {
  for (const { service, revision, bom } of readFacts('software')) {
    const path = `/services/${service.replace(':', '/')}/software`;
    const { answer } = await call(portal, token, 'GET', path);
    if (answer.uploadedAt === undefined) {
      await call(portal, token, 'PUT', `${path}?revision=${revision}`, {
        body: bom,
        headers: { 'Content-Type': 'application/vnd.cyclonedx+json' },
      });
    }
  }
}

/** Loads the facts of examples/facts into a portal that has the example. */
export async function loadExampleFacts(portal) {
  const assetManager = await personaToken(portal.url, 'amir');
  const finance = await personaToken(portal.url, 'fiona');
  await loadUsage(portal, assetManager);
  await loadServicings(portal, assetManager);
  await loadBudgets(portal, finance);
  await loadSuppliers(portal, finance);
  await loadSoftware(portal, assetManager);
}
