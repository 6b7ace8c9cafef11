import express from 'express';
import request from 'supertest';
import { readRepeatable, sendAnswer } from './idempotency';

const at = new Date('2026-05-20T10:00:00.000Z');

function read(key: string | undefined, body: unknown, path = '/things') {
  return readRepeatable(
    {
      headers: key === undefined ? {} : { 'idempotency-key': key },
      method: 'POST',
      path,
      body,
    },
    { actor: 'user:default/a', at },
  );
}

describe('readRepeatable', () => {
  it('is nothing without a key', () => {
    expect(read(undefined, {})).toBeUndefined();
  });

  it('names who asks for what with which body', () => {
    const one = read('k 1', { a: 1, b: { c: [1, 2], d: null } });
    expect(one).toMatchObject({
      actor: 'user:default/a',
      key: 'k 1',
      operation: 'POST /things',
      at,
    });
    expect(read('k 1', { b: { d: null, c: [1, 2] }, a: 1 })).toEqual(one);
    for (const other of [
      { a: 1, b: { c: [2, 1], d: null } },
      { a: '1', b: { c: [1, 2], d: null } },
      {},
      undefined,
    ]) {
      expect(read('k 1', other)?.bodyHash).not.toBe(one?.bodyHash);
    }
  });

  it.each(['', ' a', 'a'.repeat(201), 'ü', 'a\tb'])('refuses key %j', key => {
    expect(() => read(key, {})).toThrow(
      expect.objectContaining({ name: 'InputError' }),
    );
  });
});

describe('sendAnswer', () => {
  it('sends status and text as they are', async () => {
    const app = express();
    app.post('/', (_req, res) => {
      sendAnswer(res, { status: 201, text: '{"id":1}' });
    });
    const answer = await request(app).post('/');
    expect(answer.status).toBe(201);
    expect(answer.type).toBe('application/json');
    expect(answer.text).toBe('{"id":1}');
  });
});
