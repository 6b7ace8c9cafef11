import type { Repository } from './repository';

/** Longer addresses are refused by some servers on their way. */
const MOST_CHARACTERS = 7_000;

/** The page of a new file. */
export interface NewFile {
  href: string;
  /** Whether the file's text is in it already. */
  filled: boolean;
  /** The text would fit, were it shorter. */
  tooLong: boolean;
}

/**
 * The page on which a new file is added to a repository, with the file's text
 * where the provider takes it from the address and it is short enough.
 */
export function newFile(
  repository: Repository,
  name: string,
  text: string,
): NewFile {
  const { provider, url, branch, folder } = repository;
  const place = [...branch.split('/'), ...folder]
    .map(encodeURIComponent)
    .join('/');
  switch (provider) {
    case 'github': {
      const empty = `${url}/new/${place}?filename=${encodeURIComponent(name)}`;
      const filled = `${empty}&value=${encodeURIComponent(text)}`;
      return filled.length > MOST_CHARACTERS
        ? { href: empty, filled: false, tooLong: true }
        : { href: filled, filled: true, tooLong: false };
    }
    case 'gitlab':
      return {
        href: `${url}/-/new/${place}?file_name=${encodeURIComponent(name)}`,
        filled: false,
        tooLong: false,
      };
    default: {
      const query = new URLSearchParams({
        path: `/${folder.join('/')}`,
        version: `GB${branch}`,
      });
      return { href: `${url}?${query}`, filled: false, tooLong: false };
    }
  }
}
