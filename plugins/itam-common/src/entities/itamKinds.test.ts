import {
  isAssetEntity,
  isContractEntity,
  isItamEntity,
  isItamKind,
  isLicenseEntity,
} from './itamKinds';
import { goodAsset, goodContract, goodLicense } from './testing/goodEntities';
import { withValue } from './testing/withValue';

describe('guards of the kinds', () => {
  it('knows the kinds as YAML writes them', () => {
    expect(['Asset', 'License', 'Contract'].every(isItamKind)).toBe(true);
    expect(
      ['asset', 'Component', 'toString', ''].some(kind => isItamKind(kind)),
    ).toBe(false);
  });

  it('tells the kinds apart', () => {
    const entities = [goodAsset(), goodLicense(), goodContract()];
    expect(entities.map(isAssetEntity)).toEqual([true, false, false]);
    expect(entities.map(isLicenseEntity)).toEqual([false, true, false]);
    expect(entities.map(isContractEntity)).toEqual([false, false, true]);
    expect(entities.every(isItamEntity)).toBe(true);
  });

  it('accepts entities as the catalog stores them', () => {
    let stored = withValue(goodAsset(), 'relations', [
      { type: 'ownedBy', targetRef: 'group:default/payments' },
    ]);
    stored = withValue(stored, 'status', { items: [] });
    expect(isAssetEntity(stored)).toBe(true);
  });

  it('does not promise types the fields do not have', () => {
    expect(isItamEntity(withValue(goodAsset(), 'spec.serialNumber', 12))).toBe(
      false,
    );
    expect(isItamEntity({ ...goodAsset(), apiVersion: 'other/v1' })).toBe(
      false,
    );
    expect(isItamEntity({ ...goodAsset(), kind: 'Component' })).toBe(false);
    expect(isItamEntity({ ...goodAsset(), spec: undefined })).toBe(false);
  });
});
