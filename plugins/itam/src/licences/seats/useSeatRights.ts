import { useApi } from '@backstage/core-plugin-api';
import type { RefLabel } from '@backstage-itam/plugin-itam-common';
import { itamApiRef } from '../../api';
import { type Loaded, useLoad } from '../../loading';

/** Licences of one pool that are looked at; pools rarely have more. */
const MOST_LICENCES = 20;

/** A licence whose seats the reader may hand out and take back. */
export interface ChangeableLicence {
  ref: string;
  title: string;
  /** The version a change starts from. */
  version: number;
}

/**
 * The licences among some whose seats can be changed here: declared ones are
 * changed in their files.
 *
 * @param round - Asks again when it changes
 */
export function useSeatRights(
  licences: readonly RefLabel[],
  round: number,
): Loaded<Map<string, ChangeableLicence>> {
  const api = useApi(itamApiRef);
  const refs = licences.map(({ ref }) => ref).slice(0, MOST_LICENCES);
  return useLoad(`${round} ${refs.join(' ')}`, async () => {
    const details = await Promise.all(refs.map(ref => api.getRecord(ref)));
    return new Map(
      details.flatMap(({ record, rights }): [string, ChangeableLicence][] =>
        rights?.assign
          ? [
              [
                record.ref,
                {
                  ref: record.ref,
                  title: record.title,
                  version: record.version,
                },
              ],
            ]
          : [],
      ),
    );
  });
}
