import { ConfigReader } from '@backstage/config';
import type {
  ItamConnector,
  SourcePage,
  SourceRecord,
} from '@backstage-itam/plugin-itam-node';
import type { JsonObject } from '@backstage/types';
import { readJiraAssetsConfig } from '../assets/config/readJiraAssetsConfig';
import { createJiraAssetsConnector } from '../assets/createJiraAssetsConnector';
import { FakeAssets } from './FakeAssets';
import { MAPPING } from './fakeObjects';

type Edition = 'cloud' | 'data-center';

/** Connectors to a site, and what they read there. */
export type AssetsReading = ReturnType<typeof assetsReading>;

/** Runs the same tests for both editions, each over a site of its own. */
export function describeEditions(
  title: string,
  tests: (reading: AssetsReading) => void,
): void {
  describe.each<Edition>(['cloud', 'data-center'])(
    `${title} of %s`,
    edition => {
      const site = new FakeAssets();

      beforeAll(async () => await site.start());
      afterAll(async () => await site.stop());
      beforeEach(() => {
        site.objects = [];
        site.workspaces = ['w-1'];
        site.mostObjects = 1_000;
        site.asked.length = 0;
        site.queries.length = 0;
        site.interference = () => false;
      });

      tests(assetsReading(site, edition));
    },
  );
}

function assetsReading(site: FakeAssets, edition: Edition) {
  const signal = new AbortController().signal;
  const connect = (section: JsonObject = {}): ItamConnector => {
    const config = readJiraAssetsConfig(
      new ConfigReader({
        itam: {
          connectors: {
            jiraAssets: {
              ...MAPPING,
              baseUrl: site.url,
              apiUrl: site.url,
              edition,
              auth:
                edition === 'cloud'
                  ? { email: 'reader@acme.example', apiToken: 'secret' }
                  : { token: 'pat' },
              ...section,
            },
          },
        },
      }),
    );
    if (!config) throw new Error('Not configured');
    return createJiraAssetsConnector(config, { sleep: async () => {} });
  };
  const readPages = async (
    connector: ItamConnector,
    id = 'Hardware',
    since?: string,
    between: (page: number) => void = () => {},
  ): Promise<SourcePage[]> => {
    const stream = connector.streams.find(one => one.id === id);
    const pages: SourcePage[] = [];
    for (let cursor: string | undefined, first = true; first || cursor; ) {
      first = false;
      const page = await stream?.readPage({ cursor, since, signal });
      if (!page) throw new Error(`No stream ${id}`);
      pages.push(page);
      between(pages.length);
      cursor = page.next;
    }
    return pages;
  };
  const readAll = async (
    ...asked: Parameters<typeof readPages>
  ): Promise<SourceRecord[]> =>
    (await readPages(...asked)).flatMap(({ records }) => records);
  return { edition, site, connect, readPages, readAll };
}

/** The ids of objects that were read, in that order. */
export function idsOf(records: readonly SourceRecord[]): number[] {
  return records.map(({ sourceId }) => Number(sourceId));
}
