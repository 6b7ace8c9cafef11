const KEY = 'lumen-portal.persona';

/** The persona chosen before in this tab, or kept in this browser. */
export function recallPersona(): string | undefined {
  return (
    window.sessionStorage.getItem(KEY) ??
    window.localStorage.getItem(KEY) ??
    undefined
  );
}

/** Keeps the choice for this tab, or on request until signing out. */
export function rememberPersona(
  name: string,
  options: { untilSignOut: boolean },
) {
  window.sessionStorage.setItem(KEY, name);
  if (options.untilSignOut) {
    window.localStorage.setItem(KEY, name);
  } else {
    window.localStorage.removeItem(KEY);
  }
}

/** Makes the next visit start with the picker. */
export function forgetPersona() {
  window.sessionStorage.removeItem(KEY);
  window.localStorage.removeItem(KEY);
}
