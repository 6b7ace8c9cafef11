import type { ItamApi } from '@backstage-itam/plugin-itam-common';
import {
  fixtureApi,
  healthyRegister,
  noCosts,
  responseError,
} from '../src/fixtures';

/**
 * The fixtures, in the state the address names: `?state=empty`, `forbidden`,
 * `failing` or `loading`.
 */
export function devApi(): ItamApi {
  const state = new URLSearchParams(window.location.search).get('state');
  const refuse = async () => {
    throw await responseError(403, 'Not allowed');
  };
  const fail = async () => {
    throw await responseError(500, 'The database does not answer');
  };
  const wait = () => new Promise<never>(() => {});
  const everything = (answer: () => Promise<never>): ItamApi => ({
    listRecords: answer,
    listRecordsCsv: answer,
    getRecord: answer,
    getCosts: answer,
    getCostsCsv: answer,
    queryCosts: answer,
    getHealth: answer,
  });
  switch (state) {
    case 'forbidden':
      return everything(refuse);
    case 'failing':
      return everything(fail);
    case 'loading':
      return everything(wait);
    case 'empty':
      return fixtureApi({
        getCosts: async () => noCosts,
        listRecords: async () => ({ items: [], totalItems: 0 }),
        getHealth: async () => healthyRegister,
      });
    default:
      return fixtureApi();
  }
}
