import { recordMetadataProblems } from './recordMetadata';

describe('recordMetadataProblems', () => {
  it('accepts what the catalog accepts', () => {
    expect(
      recordMetadataProblems({
        name: 'Payments_DB.eu-1',
        namespace: 'default',
        title: 'Anything',
        tags: ['c++', 'node-js'],
        labels: { 'example.com/team': 'a', plain: '' },
      }),
    ).toEqual([]);
  });

  it('lists everything it would refuse', () => {
    expect(
      recordMetadataProblems({
        name: 'bad name',
        namespace: 'Default',
        tags: ['Upper', 'a', 'x'.repeat(64), 7],
        labels: { '-x': 'a', y: 'a b' },
      }).map(({ path, rule }) => `${path} ${rule}`),
    ).toEqual([
      'metadata.name name',
      'metadata.namespace namespace',
      'metadata.tags[0] tag',
      'metadata.tags[2] tag',
      'metadata.tags[3] tag',
      'metadata.labels label',
      'metadata.labels.y label',
    ]);
    expect(recordMetadataProblems({})).toHaveLength(1);
  });
});
