import { parseEntityRef } from '@backstage/catalog-model';
import type { RegisterRequest } from './registerRequest';
import type {
  ServiceSoftware,
  ServiceSoftwareQuery,
  SoftwareAnswer,
  SoftwareUploadOptions,
} from './types';

/**
 * Components of services by their bills of materials, with what the policy
 * says of their licences.
 * @public
 */
export interface ItamSoftwareApi {
  /** The components of a service, a page of them. */
  ofService(
    ref: string,
    query?: ServiceSoftwareQuery,
  ): Promise<ServiceSoftware>;
  /**
   * Puts a bill of materials (CycloneDX as JSON) in the place of the one before
   * of the service.
   */
  upload(
    ref: string,
    file: Blob | string,
    how?: SoftwareUploadOptions,
  ): Promise<SoftwareAnswer>;
  /** Takes the bill of materials of a service away. */
  remove(ref: string): Promise<void>;
}

/** {@link ItamSoftwareApi} over HTTP. */
export function softwareClient(request: RegisterRequest): ItamSoftwareApi {
  const path = (ref: string) => {
    const { kind, namespace, name } = parseEntityRef(ref);
    const service = [kind, namespace, name].map(encodeURIComponent).join('/');
    return `/services/${service}/software`;
  };
  return {
    ofService: async (ref, query = {}) =>
      (await request(path(ref), query)).json(),
    upload: async (ref, file, how = {}) =>
      (
        await request(path(ref), how, {
          method: 'PUT',
          body: file,
          headers: { 'Content-Type': 'application/vnd.cyclonedx+json' },
        })
      ).json(),
    remove: async ref => {
      await request(path(ref), undefined, { method: 'DELETE' });
    },
  };
}
