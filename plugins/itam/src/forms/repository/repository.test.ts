import { mockApis } from '@backstage/frontend-test-utils';
import { newFile } from './newFile';
import { readRepository } from './repository';

const read = (declarations?: Record<string, string>) =>
  readRepository(
    mockApis.config({ data: declarations ? { itam: { declarations } } : {} }),
  );

describe('the repository of catalog files', () => {
  it.each([
    ['https://github.com/acme/it-assets', 'github'],
    ['https://github.com/acme/it-assets.git', 'github'],
    ['https://github.acme.example/it/assets/', 'github'],
    ['https://gitlab.com/acme/it/assets', 'gitlab'],
    ['https://dev.azure.com/acme/it/_git/assets', 'azure'],
    ['https://acme.visualstudio.com/it/_git/assets', 'azure'],
  ])('%s is on %s', (repository, provider) => {
    expect(read({ repository })).toEqual({
      provider,
      url: repository.replace(/\/$|\.git$/, ''),
      branch: 'main',
      folder: [],
    });
  });

  it('has a branch, a folder and a provider of its own', () => {
    expect(
      read({
        repository: 'https://code.acme.example/it/assets',
        provider: 'gitlab',
        branch: 'release/1',
        folder: '/catalog/../assets/',
      }),
    ).toEqual({
      provider: 'gitlab',
      url: 'https://code.acme.example/it/assets',
      branch: 'release/1',
      folder: ['catalog', 'assets'],
    });
  });

  it.each([
    'http://github.com/acme/it-assets',
    'data:text/html,github.com/acme',
    'https://user:secret@github.com/acme/it-assets',
    'https://github.com/acme/it-assets?x=1',
    'https://github.com/acme/it-assets#x',
    'https://github.com',
    'https://code.acme.example/it/assets',
    'https://notgithub.example/acme/it-assets',
    'acme/it-assets',
  ])('is not %s', repository => {
    expect(read({ repository })).toBeNull();
  });

  it('may be missing, and may not be of an unknown provider', () => {
    expect(read()).toBeUndefined();
    expect(read({ branch: 'main' })).toBeUndefined();
    expect(
      read({ repository: 'https://github.com/a/b', provider: 'other' }),
    ).toBeNull();
  });
});

describe('the page of a new file', () => {
  const repository = {
    provider: 'github' as const,
    url: 'https://github.com/acme/it-assets',
    branch: 'feature/new laptops',
    folder: ['catalog', 'a&b'],
  };
  const text = 'kind: Asset\n# 100 % & more';

  it('is filled on GitHub', () => {
    const { href, filled } = newFile(repository, 'laptop 1.yaml', text);
    expect(filled).toBe(true);
    const url = new URL(href);
    expect(url.origin + url.pathname).toBe(
      'https://github.com/acme/it-assets/new/feature/new%20laptops/catalog/a%26b',
    );
    expect([...url.searchParams]).toEqual([
      ['filename', 'laptop 1.yaml'],
      ['value', text],
    ]);
  });

  it('is empty on GitHub when the address would be too long', () => {
    const page = newFile(repository, 'a.yaml', 'ü'.repeat(1_200));
    expect(page).toEqual({
      href: 'https://github.com/acme/it-assets/new/feature/new%20laptops/catalog/a%26b?filename=a.yaml',
      filled: false,
      tooLong: true,
    });
    expect(newFile(repository, 'a.yaml', 'u'.repeat(6_000)).filled).toBe(true);
  });

  it('is empty on GitLab and Azure DevOps', () => {
    expect(
      newFile({ ...repository, provider: 'gitlab' }, 'a.yaml', text),
    ).toEqual({
      href: 'https://github.com/acme/it-assets/-/new/feature/new%20laptops/catalog/a%26b?file_name=a.yaml',
      filled: false,
      tooLong: false,
    });
    const { href } = newFile(
      { ...repository, provider: 'azure' },
      'a.yaml',
      text,
    );
    expect([...new URL(href).searchParams]).toEqual([
      ['path', '/catalog/a&b'],
      ['version', 'GBfeature/new laptops'],
    ]);
  });
});
