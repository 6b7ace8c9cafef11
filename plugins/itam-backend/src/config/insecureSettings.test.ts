import { randomBytes } from 'node:crypto';
import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import {
  acceptedRisksAt,
  insecureRegisterSecret,
  insecureSettings,
} from './insecureSettings';
import { refuseInsecureStart } from './refuseInsecureStart';

const STRONG = 'q3Jx8vT0wZr5LmN2pKd7YhBs4GfE9aUc';
const permission = { enabled: true };
const found = (data: JsonObject) => insecureSettings(new ConfigReader(data));

describe('insecureSettings', () => {
  it('finds nothing in a portal with permissions and real secrets', () => {
    expect(
      found({
        permission,
        backend: {
          auth: {
            keys: [{ secret: STRONG }],
            externalAccess: [
              { type: 'static', options: { token: STRONG, subject: 'ci' } },
              { type: 'jwks', options: { url: 'https://idp.example/jwks' } },
            ],
          },
        },
      }),
    ).toEqual([]);
  });

  it.each([{}, { permission: {} }, { permission: { enabled: false } }])(
    'finds permissions that do not count: %j',
    data => {
      expect(found(data)).toEqual([
        {
          risk: 'permissions-disabled',
          message: expect.stringMatching(/every record and every amount/),
        },
      ]);
    },
  );

  it('finds a backend that asks nobody who they are', () => {
    const backend = { auth: { dangerouslyDisableDefaultAuthPolicy: true } };
    expect(found({ permission, backend }).map(({ risk }) => risk)).toEqual([
      'open-backend',
    ]);
  });

  it.each([
    'hunter2!',
    'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
    'change-me-before-you-go-to-production',
    'my-secret-key-of-thirty-two-characters',
    '<generated with openssl rand -base64 32>',
  ])('finds the weak secret %p, and does not repeat it', secret => {
    const cases: [JsonObject, string][] = [
      [{ keys: [{ secret: STRONG }, { secret }] }, 'keys[1].secret'],
      [
        { externalAccess: [{ type: 'static', options: { token: secret } }] },
        'externalAccess[0].options.token',
      ],
      [
        { externalAccess: [{ type: 'legacy', options: { secret } }] },
        'externalAccess[0].options.secret',
      ],
    ];
    for (const [auth, key] of cases) {
      const settings = found({ permission, backend: { auth } });
      expect(settings).toEqual([
        {
          risk: 'weak-secrets',
          message: expect.stringContaining(`backend.auth.${key}`),
        },
      ]);
      expect(JSON.stringify(settings)).not.toContain(secret);
    }
  });

  it('knows the secret the register makes from one that was set', () => {
    expect(insecureRegisterSecret(randomBytes(32).toString('hex'))).toEqual([]);
    for (const secret of ['', 'secret', '00ff', '0'.repeat(64)]) {
      expect(insecureRegisterSecret(secret)).toEqual([
        { risk: 'weak-secrets', message: expect.not.stringContaining('00ff') },
      ]);
    }
  });
});

describe('refuseInsecureStart', () => {
  const settings = found({
    backend: { auth: { keys: [{ secret: 'hunter2!' }] } },
  });

  it('refuses in production, with every reason and how to accept it', () => {
    const logger = mockServices.logger.mock();
    const start = () =>
      refuseInsecureStart(settings, {
        accepted: [],
        production: true,
        logger,
      });
    expect(start).toThrow(/permission\.enabled is not true/);
    expect(start).toThrow(/backend\.auth\.keys\[0\]\.secret/);
    expect(start).toThrow(
      /itam\.security\.accept: \[permissions-disabled, weak-secrets\]/,
    );
  });

  it('starts with what is accepted, and says so', () => {
    const logger = mockServices.logger.mock();
    const accepted = acceptedRisksAt(
      new ConfigReader({
        security: { accept: ['permissions-disabled', 'weak-secrets'] },
      }),
    );
    refuseInsecureStart(settings, { accepted, production: true, logger });
    expect(logger.warn.mock.calls).toEqual([
      [expect.stringMatching(/permissions-disabled.*permission\.enabled/)],
      [expect.stringMatching(/weak-secrets.*backend\.auth\.keys/)],
    ]);
    expect(() =>
      refuseInsecureStart(settings, {
        accepted: ['weak-secrets'],
        production: true,
        logger,
      }),
    ).toThrow(/permission\.enabled/);
  });

  it('leaves development alone', () => {
    const logger = mockServices.logger.mock();
    refuseInsecureStart(settings, { accepted: [], production: false, logger });
    expect(logger.warn).not.toHaveBeenCalled();
  });

  it('knows no other risks to accept', () => {
    expect(() =>
      acceptedRisksAt(new ConfigReader({ security: { accept: ['all'] } })),
    ).toThrow(/itam\.security\.accept/);
  });
});
