import {
  SourceError,
  type ItamTicketSource,
  type NamedItem,
  type TicketPage,
  type TicketPageRequest,
} from '@backstage-itam/plugin-itam-node';
import type { IssueReader } from '../client/IssueReader';
import type { ProjectReader } from '../client/ProjectReader';
import type { JiraConfig } from '../config/JiraConfig';
import { searchOf } from './jql';
import {
  COMPONENT_ANNOTATION,
  keysOf,
  LABEL_ANNOTATION,
  placeNamed,
  PROJECT_ANNOTATION,
  type Place,
} from './places';
import { ticketOfIssue } from './ticketOfIssue';

/** Their conditions fit into an address. */
const MOST_ITEMS = 25;

/** Open issues of the projects, components and labels that entities name. */
export class JiraTickets implements ItamTicketSource {
  readonly id = 'jira';
  readonly title = 'Jira';
  readonly annotations = [
    PROJECT_ANNOTATION,
    COMPONENT_ANNOTATION,
    LABEL_ANNOTATION,
  ];
  readonly mostItems = MOST_ITEMS;
  readonly #projects: ProjectReader;
  readonly #issues: IssueReader;
  readonly #config: JiraConfig;

  constructor(
    projects: ProjectReader,
    issues: IssueReader,
    config: JiraConfig,
  ) {
    this.#projects = projects;
    this.#issues = issues;
    this.#config = config;
  }

  async readTickets(request: TicketPageRequest): Promise<TicketPage> {
    const { items, signal } = request;
    const named = items.flatMap(item => placeNamed(item) ?? []);
    const ids = await this.#projects.idsOf(
      named.map(({ projectKey }) => projectKey),
      signal,
    );
    const places = named.flatMap((place): Place[] => {
      const projectId = ids.get(place.projectKey.toUpperCase());
      return projectId === undefined ? [] : [{ ...place, projectId }];
    });
    const unknown = named
      .filter(({ projectKey }) => !ids.has(projectKey.toUpperCase()))
      .map(({ key }) => key);
    if (places.length === 0) {
      return { tickets: [], unknown };
    }
    const { page, wide } = await this.#search(places, request);
    const tickets = page.issues.flatMap(issue => {
      const about = keysOf(issue, places);
      if (about.length === 0 && !wide) {
        throw new SourceError(
          'The search answers with issues that were not asked for',
          'answer',
        );
      }
      return about.length > 0
        ? [ticketOfIssue(issue, about, this.#config)]
        : [];
    });
    return {
      tickets,
      unknown,
      ...(page.next === undefined
        ? {}
        : { next: `${wide ? 'wide' : 'narrow'} ${page.next}` }),
      ...(page.shifted ? { incomplete: true } : {}),
    };
  }

  itemNamed(id: string): NamedItem {
    const [project, component] = splitOnce(id);
    return {
      records: [],
      annotations: [
        {
          [PROJECT_ANNOTATION]: project,
          ...(component === undefined
            ? {}
            : { [COMPONENT_ANNOTATION]: component }),
        },
      ],
    };
  }

  async #search(
    places: readonly Place[],
    { cursor, limit, signal }: TicketPageRequest,
  ) {
    const ask = async (wide: boolean) => ({
      wide,
      page: await this.#issues.search(
        {
          jql: searchOf(places, this.#config.query, wide),
          limit,
          cursor: cursor?.replace(/^(?:wide|narrow) /, ''),
        },
        signal,
      ),
    });
    if (cursor !== undefined) {
      return await ask(cursor.startsWith('wide '));
    }
    try {
      return await ask(false);
    } catch (error) {
      const isRefused =
        error instanceof SourceError && error.answered.status === 400;
      if (isRefused && places.some(({ components }) => components.length > 0)) {
        return await ask(true);
      }
      throw error;
    }
  }
}

/** A project's key, and after a colon the name of a component. */
function splitOnce(id: string): [string, string | undefined] {
  const at = id.indexOf(':');
  return at < 0 ? [id, undefined] : [id.slice(0, at), id.slice(at + 1)];
}
