import { SidebarItem } from '@backstage/core-components';
import { identityApiRef, useApi } from '@backstage/frontend-plugin-api';
import { RiLogoutBoxRLine } from '@remixicon/react';

const SignOutIcon = () => <RiLogoutBoxRLine size={20} aria-hidden="true" />;

/** Ends the session, which leads back to the choice of personas. */
export function SignOutItem() {
  const identityApi = useApi(identityApiRef);
  return (
    <SidebarItem
      icon={SignOutIcon}
      text="Sign out"
      onClick={() => identityApi.signOut()}
    />
  );
}
