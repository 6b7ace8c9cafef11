import { ProxiedSignInPage } from '@backstage/core-components';
import type { SignInPageProps } from '@backstage/plugin-app-react';
import { Alert, Button, Flex } from '@backstage/ui';
import { useCallback, useEffect, useState } from 'react';
import type { Persona } from './persona';

/** How long to wait before asking again for a user the catalog lacks. */
const RETRY_AFTER_MS = 2000;

/**
 * Signs the persona in. Right after a first start the catalog has not read its
 * users yet; that is waited for, anything else is shown.
 */
export function PersonaSession(props: {
  persona: Persona;
  onSignInSuccess: SignInPageProps['onSignInSuccess'];
  onBack: () => void;
}) {
  const { persona, onSignInSuccess, onBack } = props;
  const [attempt, setAttempt] = useState(1);
  const [failure, setFailure] = useState<Error>();
  const isWaiting = failure !== undefined && isNotFound(failure);

  useEffect(() => {
    if (!isWaiting) {
      return undefined;
    }
    const timer = setTimeout(
      () => setAttempt(previous => previous + 1),
      RETRY_AFTER_MS,
    );
    return () => clearTimeout(timer);
    // Each attempt ends in a failure of its own, which starts the next wait.
  }, [isWaiting, failure]);

  const Failed = useCallback(
    ({ error }: { error?: Error }) => (
      <FailureReport error={error} onFailure={setFailure} />
    ),
    [],
  );

  return (
    <Flex direction="column" gap="4" align="start">
      {failure && isWaiting && (
        <Alert
          status="info"
          isPending
          title={`Waiting for ${persona.displayName} to appear in the catalog`}
          description="Right after its first start the portal reads its people, teams and services. This page continues by itself."
        />
      )}
      {failure && !isWaiting && (
        <Alert
          status="danger"
          icon
          title={`Signing in as ${persona.displayName} failed`}
          description={failure.message}
          customActions={
            <Button
              variant="secondary"
              onPress={() => {
                setFailure(undefined);
                setAttempt(attempt + 1);
              }}
            >
              Try again
            </Button>
          }
        />
      )}
      {failure && (
        <Button variant="tertiary" onPress={onBack}>
          Choose someone else
        </Button>
      )}
      <div hidden={failure !== undefined}>
        <ProxiedSignInPage
          key={attempt}
          provider="persona"
          headers={{ 'x-itam-persona': persona.name }}
          onSignInSuccess={onSignInSuccess}
          ErrorComponent={Failed}
        />
      </div>
    </Flex>
  );
}

/** Shows nothing itself: a page that flickers with each attempt is no help. */
function FailureReport(props: {
  error?: Error;
  onFailure: (failure: Error) => void;
}) {
  const { error, onFailure } = props;
  useEffect(() => {
    onFailure(error ?? new Error('No reason was given'));
  }, [error, onFailure]);
  return null;
}

function isNotFound(error: Error): boolean {
  return 'statusCode' in error && error.statusCode === 404;
}
