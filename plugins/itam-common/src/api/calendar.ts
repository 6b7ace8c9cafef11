import { jsonBody, type RegisterRequest } from './registerRequest';
import type { CalendarTokenList, CreatedCalendarToken } from './types';

/**
 * Addresses under which a person's calendar program reads renewals and
 * deadlines.
 * @public
 */
export interface ItamCalendarApi {
  /** The caller's addresses, without their secrets. */
  listTokens(): Promise<CalendarTokenList>;
  /** A new address; its secret is in this answer and never again. */
  createToken(name: string): Promise<CreatedCalendarToken>;
  /** Makes an address answer no more. */
  revokeToken(id: number): Promise<void>;
}

/** {@link ItamCalendarApi} over HTTP. */
export function calendarClient(request: RegisterRequest): ItamCalendarApi {
  return {
    listTokens: async () => (await request('/calendar-tokens')).json(),
    createToken: async name =>
      (
        await request('/calendar-tokens', undefined, jsonBody('POST', { name }))
      ).json(),
    revokeToken: async id => {
      await request(`/calendar-tokens/${id}`, undefined, {
        method: 'DELETE',
      });
    },
  };
}
