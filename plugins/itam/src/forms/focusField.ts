/** Moves the focus to a field, or to what it would be in. */
export function focusField(path: string) {
  for (
    let at = path;
    at !== '';
    at = at.replace(/(\.[^.[]*|\[\d+\]|^[^.[]*)$/, '')
  ) {
    const field = document.querySelector(`[data-path="${CSS.escape(at)}"]`);
    const control = field?.querySelector<HTMLElement>(
      'input:not([type="hidden"]), textarea, button',
    );
    if (control) {
      control.focus();
      return;
    }
  }
}
