import {
  PreconditionRequiredError,
  VersionMismatchError,
} from '@backstage-itam/plugin-itam-common';
import { checkPrecondition, etagOf, readPrecondition } from './preconditions';

const REF = 'budget:2026/all';

function check(
  headers: { 'if-match'?: string; 'if-none-match'?: string },
  version: number | undefined,
) {
  checkPrecondition(readPrecondition(headers, REF), REF, version);
}

describe('preconditions', () => {
  it('are required', () => {
    expect(() => readPrecondition({}, REF)).toThrow(PreconditionRequiredError);
  });

  it.each([
    [{ 'if-match': etagOf(3) }, 3],
    [{ 'if-match': 'W/"3"' }, 3],
    [{ 'if-match': '"1", "3"' }, 3],
    [{ 'if-match': '*' }, 7],
    [{ 'if-match': '"0"' }, 0],
    [{ 'if-none-match': '*' }, undefined],
  ])('%j holds for version %p', (headers, version) => {
    expect(() => check(headers, version)).not.toThrow();
  });

  it.each([
    [{ 'if-match': '"2"' }, 3],
    [{ 'if-match': '"3"' }, undefined],
    [{ 'if-match': '*' }, undefined],
    [{ 'if-match': '"other"' }, 3],
    [{ 'if-match': '"3.0"' }, 3],
    [{ 'if-none-match': '*' }, 1],
    [{ 'if-match': '"3"', 'if-none-match': '*' }, 3],
  ])('%j does not hold for version %p', (headers, version) => {
    expect(() => check(headers, version)).toThrow(VersionMismatchError);
  });

  it.each([
    [{ 'if-match': '3' }],
    [{ 'if-match': '' }],
    [{ 'if-match': '"3", 4' }],
    [{ 'if-none-match': '"3"' }],
  ])('%j cannot be read', headers => {
    expect(() => readPrecondition(headers, REF)).toThrow(
      expect.objectContaining({ name: 'InputError' }),
    );
  });
});
