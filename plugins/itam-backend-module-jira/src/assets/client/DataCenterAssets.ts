import {
  SourceError,
  sourceField,
  type SourceHttp,
} from '@backstage-itam/plugin-itam-node';
import { listOf, objectsOf, schemasOf, typesOf } from './answers';
import type {
  AssetsAnswer,
  AssetsApi,
  AssetsSchema,
  AssetsType,
} from './AssetsApi';

const PATH = 'rest/assets/1.0';

/** The Assets REST API of Data Center, which counts pages, not objects. */
export class DataCenterAssets implements AssetsApi {
  constructor(
    private readonly http: SourceHttp,
    private readonly options: { pageSize: number },
  ) {}

  async find(
    aql: string,
    offset: number,
    signal: AbortSignal,
  ): Promise<AssetsAnswer> {
    const { size, page } = pageAround(offset, this.options.pageSize);
    // A blank is never written as a plus here; a plus is %2B.
    const parameters = new URLSearchParams({
      qlQuery: aql,
      page: String(page),
      resultPerPage: String(size),
      includeAttributes: 'true',
      includeAttributesDeep: '1',
    })
      .toString()
      .replaceAll('+', '%20');
    const { body } = await this.http.get(
      `${PATH}/aql/objects?${parameters}`,
      signal,
    );
    const total = sourceField(body, 'totalFilterCount');
    if (typeof total !== 'number' || !Number.isSafeInteger(total)) {
      throw new SourceError(
        'Assets does not say how many objects there are (totalFilterCount)',
        'answer',
      );
    }
    const start = (page - 1) * size;
    const objects = objectsOf(sourceField(body, 'objectEntries'), 'objects');
    return { start, objects, isLast: start + objects.length >= total };
  }

  async schemas(signal: AbortSignal): Promise<AssetsSchema[]> {
    const { body } = await this.http.get(`${PATH}/objectschema/list`, signal);
    return schemasOf(listOf(sourceField(body, 'objectschemas'), 'schemas'));
  }

  async types(schemaId: string, signal: AbortSignal): Promise<AssetsType[]> {
    const { body } = await this.http.get(
      `${PATH}/objectschema/${encodeURIComponent(schemaId)}/objecttypes/flat`,
      signal,
    );
    return typesOf(listOf(body, 'types of objects'));
  }

  async attributes(typeId: string, signal: AbortSignal): Promise<unknown[]> {
    const { body } = await this.http.get(
      `${PATH}/objecttype/${encodeURIComponent(typeId)}/attributes`,
      signal,
    );
    return listOf(body, 'attributes');
  }
}

/**
 * A page that begins at an offset or shortly before. Its size is from half of
 * the most to the most, so that its beginning comes close to the offset.
 */
export function pageAround(
  offset: number,
  most: number,
): { size: number; page: number } {
  let size = most;
  for (let one = most; one >= most / 2; one--) {
    if (one - (offset % one) > size - (offset % size)) {
      size = one;
    }
  }
  return { size, page: Math.floor(offset / size) + 1 };
}
