import {
  sourceField,
  sourceLine,
  type SourceRecord,
} from '@backstage-itam/plugin-itam-node';
import { plainLines } from '../client/plainText';
import type { ListRow } from '../client/ListReader';
import type { SnipeItConfig } from '../config/SnipeItConfig';
import { dayAt, lineAt, namedIn, nameAt } from './fields';
import { costOf, pageOf } from './hardware';

/** A licence of Snipe-IT with its seats; its key is not read. */
export function licenseRecord(
  id: number,
  row: unknown,
  seats: readonly ListRow[],
  userRefs: ReadonlyMap<number, string>,
  config: SnipeItConfig,
): SourceRecord {
  const company = namedIn(config.companies, nameAt(row, 'company'));
  const start = dayAt(row, 'purchase_date');
  const end = dayAt(row, 'expiration_date') || dayAt(row, 'termination_date');
  const users = [
    ...new Set(
      seats.flatMap(seat => {
        const user = idAt(seat.row, 'assigned_user');
        return user === undefined ? [] : userRefs.get(user) ?? [];
      }),
    ),
  ].sort();
  const assets = seats.flatMap(seat => idAt(seat.row, 'assigned_asset') ?? []);
  // A licence counts users or devices; users go first where it has both.
  const countsDevices = users.length === 0 && assets.length > 0;
  return {
    sourceId: String(id),
    cells: {
      title: lineAt(row, 'name'),
      product: lineAt(row, 'name'),
      publisher: nameAt(row, 'manufacturer'),
      vendor: nameAt(row, 'supplier'),
      quantity: sourceLine(sourceField(row, 'seats')),
      notes: plainLines(sourceField(row, 'notes')),
      metric: countsDevices ? 'device' : 'named-user',
      'term.start': start,
      'term.end': start === '' ? '' : end,
      ...(countsDevices ? {} : { assignments: users.join('; ') }),
      ...priceOf(row, config),
      ...(company === undefined ? {} : { owner: company }),
    },
    defaults: { type: end === '' ? 'perpetual' : 'subscription' },
    ...(countsDevices
      ? {
          links: [
            {
              field: 'assignments',
              to: assets.map(asset => ({
                stream: 'hardware',
                sourceId: String(asset),
              })),
            },
          ],
        }
      : {}),
    url: pageOf(config.baseUrl, 'licenses', id),
  };
}

function priceOf(
  row: unknown,
  { settings }: SnipeItConfig,
): Record<string, string> {
  if (settings.reading.currency === undefined) {
    return {};
  }
  const amount = costOf(row);
  const isThere = amount !== '';
  return {
    'financials.price.amount': amount,
    'financials.price.per': isThere ? 'total' : '',
    'financials.price.every': isThere ? 'once' : '',
  };
}

function idAt(row: unknown, name: string): number | undefined {
  const id = Number(sourceField(sourceField(row, name), 'id'));
  return Number.isSafeInteger(id) && id > 0 ? id : undefined;
}
