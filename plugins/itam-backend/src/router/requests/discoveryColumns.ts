import { InputError } from '@backstage/errors';

/** Lists that may come as CSV, by the last part of their path. */
export type DiscoveryListKind = 'software' | 'spend';

/** A field of an entry, and what tools call its column. */
interface DiscoveryField {
  field: string;
  required?: true;
  /** In lower case, letters and digits only. */
  names: readonly string[];
}

const FIELDS: Readonly<Record<DiscoveryListKind, readonly DiscoveryField[]>> = {
  software: [
    {
      field: 'name',
      required: true,
      names: [
        'name',
        'software',
        'softwarename',
        'product',
        'productname',
        'application',
        'applicationname',
        'app',
        'displayname',
        'programm',
        'anwendung',
      ],
    },
    {
      field: 'publisher',
      names: ['publisher', 'vendor', 'manufacturer', 'hersteller'],
    },
    {
      field: 'device',
      names: [
        'device',
        'devicename',
        'computer',
        'computername',
        'host',
        'hostname',
        'asset',
        'assettag',
        'serial',
        'serialnumber',
        'gerät',
        'rechner',
      ],
    },
    {
      field: 'user',
      names: ['user', 'username', 'userid', 'login', 'assignedto', 'benutzer'],
    },
    {
      field: 'lastSeen',
      required: true,
      names: [
        'lastseen',
        'lastused',
        'lastdetected',
        'lastscan',
        'date',
        'datum',
        'zuletztgesehen',
      ],
    },
  ],
  spend: [
    {
      field: 'id',
      names: [
        'id',
        'number',
        'entry',
        'documentnumber',
        'invoicenumber',
        'belegnummer',
        'rechnungsnummer',
      ],
    },
    {
      field: 'date',
      required: true,
      names: [
        'date',
        'postingdate',
        'bookingdate',
        'invoicedate',
        'datum',
        'buchungsdatum',
      ],
    },
    {
      field: 'supplier',
      required: true,
      names: ['supplier', 'vendor', 'merchant', 'payee', 'lieferant'],
    },
    {
      field: 'text',
      names: [
        'text',
        'description',
        'memo',
        'purpose',
        'buchungstext',
        'verwendungszweck',
      ],
    },
    {
      field: 'amount',
      required: true,
      names: ['amount', 'netamount', 'betrag'],
    },
    {
      field: 'currency',
      required: true,
      names: ['currency', 'currencycode', 'währung'],
    },
    {
      field: 'costCenter',
      names: ['costcenter', 'costcentre', 'kostenstelle'],
    },
  ],
};

/**
 * The fields of the columns of a list, by its header; undefined for columns
 * that are left out.
 *
 * Throws InputError when a column is missing, or two are for one field.
 */
export function discoveryColumns(
  kind: DiscoveryListKind,
  headers: readonly string[],
): (string | undefined)[] {
  const columns = headers.map(
    header =>
      FIELDS[kind].find(({ names }) => names.includes(plain(header)))?.field,
  );
  for (const { field, required, names } of FIELDS[kind]) {
    const found = headers.filter((_, at) => columns[at] === field);
    if (found.length > 1) {
      throw new InputError(
        `The columns ${found.join(
          ' and ',
        )} are both for ${field}; one is allowed`,
      );
    }
    if (required && found.length === 0) {
      throw new InputError(
        `The header has no column for ${field}, such as ${names
          .slice(0, 3)
          .join(', ')}`,
      );
    }
  }
  return columns;
}

function plain(header: string): string {
  return header.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}
