import type { FakeRow } from './FakeSnipeIt';

/** A date as the API gives it. */
export function day(date: string): object {
  const [year, month, dayOfMonth] = date.split('-');
  return { date, formatted: `${month}/${dayOfMonth}/${year}` };
}

/** A laptop that is checked out to Erin. */
export function laptop(
  id: number,
  fields: Record<string, unknown> = {},
): FakeRow {
  return {
    id,
    name: `Erin&#039;s &quot;blue&quot; laptop ${id}`,
    asset_tag: `HW-${id}`,
    serial: `SN-${id}`,
    model: { id: 1, name: 'R&amp;D Notebook' },
    model_number: null,
    eol: '48 months',
    asset_eol_date: day('2030-01-31'),
    status_label: {
      id: 1,
      name: 'Ready to Deploy',
      status_type: 'deployable',
      status_meta: 'deployed',
    },
    category: { id: 2, name: 'Laptops' },
    manufacturer: { id: 3, name: 'Dell' },
    supplier: { id: 4, name: 'Bechtle AG' },
    notes: 'See &lt;wiki&gt;',
    order_number: 'PO-7',
    company: { id: 5, name: 'Client Services' },
    location: { id: 6, name: 'M&#xFC;nchen' },
    rtd_location: null,
    assigned_to: {
      id: 7,
      username: 'erin',
      name: 'Erin Ng',
      email: 'erin.ng@example.com',
      type: 'user',
    },
    warranty_months: '36 months',
    warranty_expires: day('2029-01-31'),
    purchase_date: day('2026-01-31'),
    purchase_cost: '1,999.00',
    updated_at: {
      datetime: '2026-05-01 10:00:00',
      formatted: '05/01/2026 10:00 AM',
    },
    ...fields,
  };
}

/** A licence with a few seats. */
export function license(
  id: number,
  fields: Record<string, unknown> = {},
): FakeRow {
  return {
    id,
    name: 'Acrobat &amp; Reader',
    company: null,
    manufacturer: { id: 8, name: 'Adobe' },
    product_key: 'TOP-SECRET',
    order_number: '',
    purchase_date: day('2026-01-01'),
    expiration_date: day('2026-12-31'),
    termination_date: null,
    purchase_cost: '5,000.00',
    notes: '',
    seats: 3,
    supplier: null,
    category: { id: 9, name: 'Graphics' },
    ...fields,
  };
}

/** A seat of a user or of an asset. */
export function seat(
  id: number,
  holder: { user?: number; asset?: number } = {},
): FakeRow {
  return {
    id,
    name: `Seat ${id}`,
    assigned_user: holder.user ? { id: holder.user, name: 'Somebody' } : null,
    assigned_asset: holder.asset ? { id: holder.asset, name: 'A thing' } : null,
  };
}
