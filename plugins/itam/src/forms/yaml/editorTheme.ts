import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

const look = EditorView.theme({
  '&': {
    color: 'var(--bui-fg-primary)',
    backgroundColor: 'var(--bui-bg-neutral-2)',
    borderRadius: 'var(--bui-radius-2)',
    fontSize: 'var(--bui-font-size-2)',
    maxHeight: '70vh',
    minHeight: '16rem',
  },
  '&.cm-focused': {
    outline: '2px solid var(--bui-ring)',
    outlineOffset: '-1px',
  },
  '.cm-scroller': {
    fontFamily: 'var(--bui-font-monospace, monospace)',
    lineHeight: '1.5',
    overflow: 'auto',
  },
  '.cm-gutters': {
    color: 'color-mix(in srgb, var(--bui-fg-primary) 70%, transparent)',
    backgroundColor: 'transparent',
    border: 'none',
  },
  '.cm-activeLine, .cm-activeLineGutter': {
    backgroundColor: 'transparent',
  },
  '.cm-cursor': { borderLeftColor: 'var(--bui-fg-primary)' },
  '.cm-tooltip': {
    color: 'var(--bui-fg-primary)',
    backgroundColor: 'var(--bui-bg-popover, var(--bui-bg-app))',
  },
});

// Weight and slant, not colour: the text keeps its contrast in every theme.
const highlighting = HighlightStyle.define([
  { tag: tags.definition(tags.propertyName), fontWeight: '600' },
  { tag: tags.propertyName, fontWeight: '600' },
  { tag: tags.comment, fontStyle: 'italic' },
]);

/** The editor in the portal's own colours. */
export const editorTheme = [look, syntaxHighlighting(highlighting)];
