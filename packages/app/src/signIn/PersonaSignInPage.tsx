import type { SignInPageProps } from '@backstage/plugin-app-react';
import { useState } from 'react';
import type { Persona } from './persona';
import { forgetPersona, recallPersona, rememberPersona } from './personaChoice';
import { PersonaPicker } from './PersonaPicker';
import { PersonaSession } from './PersonaSession';
import { SignInFrame } from './SignInFrame';

/** Asks who the visitor wants to be, and signs them in. */
export function PersonaSignInPage(
  props: SignInPageProps & { personas: Persona[] },
) {
  const { personas, onSignInSuccess } = props;
  const [chosenName, setChosenName] = useState(recallPersona);
  const chosen = personas.find(persona => persona.name === chosenName);

  const forget = () => {
    forgetPersona();
    setChosenName(undefined);
  };
  return (
    <SignInFrame>
      {chosen ? (
        <PersonaSession
          persona={chosen}
          onSignInSuccess={identityApi =>
            onSignInSuccess({
              getProfileInfo: () => identityApi.getProfileInfo(),
              getBackstageIdentity: () => identityApi.getBackstageIdentity(),
              getCredentials: () => identityApi.getCredentials(),
              signOut: async () => {
                forgetPersona();
                await identityApi.signOut();
              },
            })
          }
          onBack={forget}
        />
      ) : (
        <PersonaPicker
          personas={personas}
          onChoose={(name, options) => {
            rememberPersona(name, options);
            setChosenName(name);
          }}
        />
      )}
    </SignInFrame>
  );
}
