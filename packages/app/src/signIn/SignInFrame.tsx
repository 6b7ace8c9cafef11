import { configApiRef, useApi } from '@backstage/frontend-plugin-api';
import { Flex, Text } from '@backstage/ui';
import type { ReactNode } from 'react';
import { LumenMark } from '../nav/LumenMark';
import styles from './SignInFrame.module.css';

/** The page around everything that happens before somebody is signed in. */
export function SignInFrame(props: { children: ReactNode }) {
  const title =
    useApi(configApiRef).getOptionalString('app.title') ??
    'Lumen Retail portal';
  return (
    <main className={styles.frame}>
      <Flex direction="column" gap="8" className={styles.column}>
        <Flex align="center" gap="3">
          <LumenMark sizePx={40} />
          <Text as="h1" variant="title-small" weight="bold">
            {title}
          </Text>
        </Flex>
        {props.children}
      </Flex>
    </main>
  );
}
