import { mockErrorHandler, mockServices } from '@backstage/backend-test-utils';
import { InputError } from '@backstage/errors';
import {
  PreconditionRequiredError,
  VersionMismatchError,
} from '@backstage-itam/plugin-itam-common';
import express from 'express';
import request from 'supertest';
import { IdempotencyKeyReusedError } from '../../stores/idempotency/IdempotencyKeyReusedError';
import { hideInternalErrors } from './hideInternalErrors';

const answer = async (error: unknown) => {
  const logger = mockServices.logger.mock();
  const app = express();
  app.get('/', (_req, _res, next) => next(error));
  app.use(hideInternalErrors(logger));
  app.use(mockErrorHandler());
  const { status, text } = await request(app).get('/');
  return { status, text, logged: logger.error.mock.calls };
};

const failure = (message: string, code?: string) =>
  Object.assign(new Error(message), code === undefined ? {} : { code });

describe('hideInternalErrors', () => {
  it('passes on what was written for callers', async () => {
    const { status, text, logged } = await answer(new InputError('No such x'));
    expect(status).toBe(400);
    expect(text).toContain('No such x');
    expect(logged).toEqual([]);
  });

  it.each([
    [new PreconditionRequiredError({ ref: 'budget:1' }), 428],
    [new VersionMismatchError({ ref: 'budget:1' }), 412],
    [new IdempotencyKeyReusedError(), 422],
  ])('keeps the status of %s', async (error, expected) => {
    const { status, logged } = await answer(error);
    expect(status).toBe(expected);
    expect(logged).toEqual([]);
  });

  it.each([
    [failure('select * from secrets - no such table', 'SQLITE_ERROR')],
    [failure('select * from secrets - syntax error', '42601')],
    [failure("insert ('Connection terminated secrets') - refused", '23505')],
    [new TypeError('secrets is undefined')],
    ['secrets thrown as text'],
  ])('answers %s with 500 and logs it', async error => {
    const { status, text, logged } = await answer(error);
    expect(status).toBe(500);
    expect(text).not.toContain('secrets');
    expect(logged).toHaveLength(1);
    expect(JSON.stringify(logged)).not.toContain('secrets');
  });

  it.each([
    [failure('connect ECONNREFUSED 10.0.0.7:5432', 'ECONNREFUSED')],
    [failure('select secrets - terminating connection', '57P01')],
    [failure('insert secrets - disk is full', 'SQLITE_FULL')],
    [failure('Knex: Timeout acquiring a connection. The pool is full')],
    [failure('Connection terminated unexpectedly')],
    [failure('insert secrets - Connection terminated unexpectedly')],
    [failure('BEGIN; - Client was closed and is not queryable')],
    [
      failure(
        'select secrets - Client has encountered a connection error and is not queryable',
      ),
    ],
    [failure('insert secrets - no connection', '08006')],
    [failure('insert secrets - out of memory', '53200')],
    [failure('insert secrets - idle in transaction', '25P03')],
    [failure('insert secrets - disk I/O error', 'SQLITE_IOERR_WRITE')],
    [failure('insert secrets - database is locked', 'SQLITE_BUSY_SNAPSHOT')],
    [failure('select secrets - unable to open', 'SQLITE_CANTOPEN')],
  ])('answers %s with 503', async error => {
    const { status, text } = await answer(error);
    expect(status).toBe(503);
    expect(text).not.toMatch(/secrets|10\.0\.0\.7/);
  });
});
