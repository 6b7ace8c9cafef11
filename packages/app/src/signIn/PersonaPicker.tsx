import {
  Alert,
  Avatar,
  Card,
  CardBody,
  Checkbox,
  Flex,
  Grid,
  Text,
} from '@backstage/ui';
import { useState } from 'react';
import type { Persona } from './persona';
import styles from './PersonaPicker.module.css';

/** One card per persona: who they are and what they will see. */
export function PersonaPicker(props: {
  personas: Persona[];
  onChoose: (name: string, options: { untilSignOut: boolean }) => void;
}) {
  const { personas, onChoose } = props;
  const [untilSignOut, setUntilSignOut] = useState(false);

  if (personas.length === 0) {
    return (
      <Alert
        status="warning"
        icon
        title="Nobody to sign in as"
        description="The configuration lists no personas. Add them under auth.providers.persona and to the extension sign-in-page:app, or install another sign-in page."
      />
    );
  }
  return (
    <Flex direction="column" gap="6">
      <Flex direction="column" gap="2" className={styles.lead}>
        <Text as="h2" variant="title-x-small">
          Who would you like to be?
        </Text>
        <Text as="p" variant="body-medium" color="secondary">
          Lumen Retail is a made-up online shop. Everyone sees the same
          services, but only the assets, contracts and costs that concern them.
          No password is asked.
        </Text>
      </Flex>
      <Grid.Root columns={{ initial: '1', sm: '2', md: '3' }} gap="4">
        {personas.map(persona => (
          <Card
            key={persona.name}
            className={styles.card}
            label={`Sign in as ${persona.displayName}, ${persona.role}`}
            onPress={() => onChoose(persona.name, { untilSignOut })}
          >
            <CardBody>
              <Flex direction="column" gap="4">
                <Flex align="center" gap="3">
                  <Avatar
                    src=""
                    name={persona.displayName}
                    size="large"
                    purpose="decoration"
                  />
                  <Flex direction="column" gap="0.5">
                    <Text as="h3" variant="body-large" weight="bold">
                      {persona.displayName}
                    </Text>
                    <Text as="p" variant="body-small">
                      {persona.role}
                    </Text>
                  </Flex>
                </Flex>
                <Text as="p" variant="body-medium">
                  {persona.sees}
                </Text>
              </Flex>
            </CardBody>
          </Card>
        ))}
      </Grid.Root>
      <Checkbox isSelected={untilSignOut} onChange={setUntilSignOut}>
        Stay signed in on this browser until I sign out
      </Checkbox>
    </Flex>
  );
}
