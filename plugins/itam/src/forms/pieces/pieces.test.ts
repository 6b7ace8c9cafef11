import { pieceDraft, piecesOf } from './pieces';

const list = (parts: object) => ({
  count: '',
  serials: '',
  tags: '',
  ...parts,
});

describe('a list of pieces', () => {
  it('is read as it comes out of a spreadsheet', () => {
    expect(
      piecesOf(list({ serials: ' A1\r\nA2\t\r\n\r\n', tags: 'T1\nT2' })),
    ).toEqual({
      pieces: [
        { serialNumber: 'A1', tag: 'T1' },
        { serialNumber: 'A2', tag: 'T2' },
      ],
    });
  });

  it('may be only a number', () => {
    expect(piecesOf(list({ count: '2' }))).toEqual({
      pieces: [
        { serialNumber: undefined, tag: undefined },
        { serialNumber: undefined, tag: undefined },
      ],
    });
  });

  it.each([
    [{}, 'none'],
    [{ count: '1.5' }, 'count'],
    [{ count: '0' }, 'count'],
    [{ count: '201' }, 'too-many'],
    [{ serials: 'A\nB', tags: 'T' }, 'lengths'],
    [{ serials: 'A\nB', count: '3' }, 'lengths'],
    [{ serials: 'A\nB\nA' }, 'repeated'],
    [{ tags: 'T\nT' }, 'repeated'],
  ])('is refused when %j: %s', (parts, kind) => {
    expect(piecesOf(list(parts))).toEqual({
      problem: expect.objectContaining({ kind }),
    });
  });

  it('gives each piece a record without the name of another', () => {
    const draft = pieceDraft(
      { kind: 'Asset', name: 'one', spec: { tag: 'OLD', model: 'T14' } },
      { serialNumber: 'S1' },
    );
    expect(draft).toEqual({
      kind: 'Asset',
      spec: { model: 'T14', serialNumber: 'S1' },
    });
  });
});
