import { ItamValidationError } from '../errors';
import { nested } from './testing/badStructures';
import { splitFinancials } from './splitFinancials';
import { goodAsset } from './testing/goodEntities';
import { withValue } from './testing/withValue';

describe('splitFinancials', () => {
  it('takes the money out and leaves everything else', () => {
    const entity = goodAsset();
    const { publicEntity, financials } = splitFinancials(entity);
    expect(financials).toEqual(goodAsset().spec?.financials);
    expect(publicEntity).toEqual(
      withValue({ ...goodAsset(), spec: publicEntity.spec }, 'kind', 'Asset'),
    );
    expect(Object.keys(publicEntity.spec ?? {})).toEqual(
      Object.keys(goodAsset().spec ?? {}).filter(key => key !== 'financials'),
    );
    expect(JSON.stringify(publicEntity)).not.toContain('24999');
  });

  it('leaves the entity as it is, and shares nothing with it', () => {
    const entity = goodAsset();
    const { publicEntity } = splitFinancials(entity);
    publicEntity.metadata.title = 'changed';
    if (Array.isArray(publicEntity.spec?.documents)) {
      publicEntity.spec.documents.length = 0;
    }
    expect(entity).toEqual(goodAsset());
  });

  it('answers undefined where there is no money', () => {
    const entity = { ...goodAsset(), spec: undefined };
    expect(splitFinancials(entity).financials).toBeUndefined();
    const { publicEntity } = splitFinancials(goodAsset());
    expect(splitFinancials(publicEntity)).toEqual({
      publicEntity,
      financials: undefined,
    });
  });

  it('refuses what cannot be copied', () => {
    expect(() =>
      splitFinancials(withValue(goodAsset(), 'spec.tag', nested(20_000))),
    ).toThrow(ItamValidationError);
  });
});
