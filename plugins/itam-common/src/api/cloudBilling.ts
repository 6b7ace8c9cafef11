import { recordPath } from './recordPath';
import type { RegisterRequest } from './registerRequest';
import type {
  CloudBillingAnswer,
  CloudDeliveryOptions,
  CloudDeliveryPage,
  CloudDeliveryQuery,
  RecordBills,
} from './types';

/**
 * Forms that billing files come in, as content types.
 * @public
 */
export type CloudBillFileType = 'text/csv' | 'application/vnd.apache.parquet';

/**
 * Bills of clouds (FinOps FOCUS): each of one provider, account and period.
 * @public
 */
export interface ItamCloudBillingApi {
  /**
   * Delivers a billing file. Each bill in it takes the place of the one before
   * of the same provider, account and period; the same file again changes
   * nothing. It is CSV unless another type is named.
   */
  deliver(
    file: Blob | string,
    how?: CloudDeliveryOptions,
    fileType?: CloudBillFileType,
  ): Promise<CloudBillingAnswer>;
  /** The bills in force, newest first. */
  list(query?: CloudDeliveryQuery): Promise<CloudDeliveryPage>;
  /** Takes a bill back; what it said counts no more. */
  takeBack(id: number): Promise<void>;
  /** What bills say a record cost, by month and bill, newest first. */
  ofRecord(ref: string): Promise<RecordBills>;
}

/** {@link ItamCloudBillingApi} over HTTP. */
export function cloudBillingClient(
  request: RegisterRequest,
): ItamCloudBillingApi {
  const path = '/cloud-billing/deliveries';
  return {
    deliver: async (file, how = {}, fileType = 'text/csv') =>
      (
        await request(path, how, {
          method: 'POST',
          body: file,
          headers: { 'Content-Type': fileType },
        })
      ).json(),
    list: async (query = {}) => (await request(path, query)).json(),
    takeBack: async id => {
      await request(`${path}/${id}`, undefined, { method: 'DELETE' });
    },
    ofRecord: async ref => (await request(`${recordPath(ref)}/bills`)).json(),
  };
}
