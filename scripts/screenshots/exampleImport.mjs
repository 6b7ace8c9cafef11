// An import of the delivery that docs/how-to/import-a-spreadsheet.md is about,
// in the portal at hand, and the way to leave nothing of it behind.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { personaToken } from '../setup/portal.mjs';
import { root } from '../setup/toolchain.mjs';

const WORKING = ['checking', 'committing', 'undoing'];

/**
 * Uploads the delivery as the asset manager; `written` also writes the rows
 * that are right. `cleanUp()` takes it back and forgets it.
 */
export async function exampleImport(url, { written }) {
  const token = await personaToken(url, 'amir');
  const send = async (method, path, body, headers = {}) => {
    const response = await fetch(`${url}/api/itam/imports${path}`, {
      method,
      headers: { Authorization: `Bearer ${token}`, ...headers },
      body,
    });
    if (!response.ok) {
      throw new Error(`${method} ${path}: ${await response.text()}`);
    }
    return response.status === 204 ? undefined : response.json();
  };
  const settled = async id => {
    for (;;) {
      const detail = await send('GET', `/${id}`);
      if (!WORKING.includes(detail.state)) return detail;
      await new Promise(resolve => setTimeout(resolve, 250));
    }
  };
  const act = (id, what, body, version) =>
    send('POST', `/${id}/${what}`, JSON.stringify(body), {
      'Content-Type': 'application/json',
      'If-Match': `"${version}"`,
    });

  const { id } = await send(
    'POST',
    '?dateFormat=DD.MM.YYYY&decimalSeparator=comma',
    readFileSync(join(root, 'e2e/received-laptops.csv')),
    { 'Content-Type': 'text/csv' },
  );
  const { version } = await settled(id);
  if (written) {
    await act(id, 'commit', { mode: 'skip-errors' }, version);
    await settled(id);
  }
  return {
    id,
    cleanUp: async () => {
      let detail = await settled(id);
      if (detail.state === 'committed') {
        await act(id, 'undo', {}, detail.version);
        detail = await settled(id);
      }
      await send('DELETE', `/${id}`, undefined, {
        'If-Match': `"${detail.version}"`,
      });
    },
  };
}
