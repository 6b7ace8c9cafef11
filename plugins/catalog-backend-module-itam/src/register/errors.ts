import { CustomErrorBase } from '@backstage/errors';

/**
 * The register could not be asked, or its answer made no sense. The text is
 * fixed, because the catalog stores it on the entity and compares it between
 * passes.
 */
export class RegisterUnavailableError extends CustomErrorBase {
  name = 'RegisterUnavailableError' as const;

  constructor() {
    super(
      'ITAM register did not answer; the entity keeps its last good state and is tried again',
    );
  }
}

/**
 * The register answered that it does not take the declaration: another holder
 * of the ref, or a rule only it can check. The message holds no value from
 * the financials.
 */
export class DeclarationRefusedError extends CustomErrorBase {
  name = 'DeclarationRefusedError' as const;

  constructor(readonly statusCode: number, reason: string) {
    super(`ITAM register refused the declaration: ${reason}`);
  }
}
