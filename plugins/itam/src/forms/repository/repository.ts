import type { ConfigApi } from '@backstage/core-plugin-api';

/** What runs a repository. */
const PROVIDERS = ['github', 'gitlab', 'azure'] as const;

/** Where catalog files of records belong. */
export interface Repository {
  provider: (typeof PROVIDERS)[number];
  /** Without a slash at its end. */
  url: string;
  branch: string;
  /** Names from the root on. */
  folder: string[];
}

/**
 * The repository the portal names for catalog files; undefined when it names
 * none, null when what it names cannot be used.
 */
export function readRepository(
  config: ConfigApi,
): Repository | null | undefined {
  const section = config.getOptionalConfig('itam.declarations');
  const address = section?.getOptionalString('repository');
  if (!section || address === undefined) {
    return undefined;
  }
  const url = repositoryUrl(address);
  const provider = providerOf(section.getOptionalString('provider'), url?.host);
  if (!url || !provider) {
    return null;
  }
  return {
    provider,
    url: `${url.origin}${url.pathname}`,
    branch: section.getOptionalString('branch') ?? 'main',
    folder: (section.getOptionalString('folder') ?? '')
      .split('/')
      .filter(name => name !== '' && name !== '.' && name !== '..'),
  };
}

/** Only https, and nothing in it that is not the place. */
function repositoryUrl(address: string): URL | undefined {
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return undefined;
  }
  if (
    url.protocol !== 'https:' ||
    url.username !== '' ||
    url.password !== '' ||
    url.search !== '' ||
    url.hash !== ''
  ) {
    return undefined;
  }
  url.pathname = url.pathname.replace(/\/+$/, '').replace(/\.git$/, '');
  return url.pathname === '/' ? undefined : url;
}

function providerOf(
  said: string | undefined,
  host: string | undefined,
): Repository['provider'] | undefined {
  if (said !== undefined) {
    return PROVIDERS.find(name => name === said);
  }
  const words = host?.split('.') ?? [];
  if (host === 'dev.azure.com' || host?.endsWith('.visualstudio.com')) {
    return 'azure';
  }
  return PROVIDERS.find(name => words.includes(name));
}
