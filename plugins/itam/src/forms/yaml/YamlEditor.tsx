import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { yaml } from '@codemirror/lang-yaml';
import { lintGutter, setDiagnostics } from '@codemirror/lint';
import { EditorState } from '@codemirror/state';
import { EditorView, keymap, lineNumbers } from '@codemirror/view';
import { useEffect, useRef } from 'react';
import type { YamlFinding } from './checkYaml';
import { editorTheme } from './editorTheme';

/**
 * A text of YAML with line numbers, and what is wrong with it at its lines.
 * The Tab key leaves it.
 */
export function YamlEditor(props: {
  label: string;
  value: string;
  findings: readonly YamlFinding[];
  /** The finding to be shown; another object each time. */
  shown?: { finding: YamlFinding };
  onChange(text: string): void;
}) {
  const { label, value, findings, shown, onChange } = props;
  const place = useRef<HTMLDivElement>(null);
  const editor = useRef<EditorView>();
  const initial = useRef(value);
  const latestChange = useRef(onChange);
  latestChange.current = onChange;

  useEffect(() => {
    const view = new EditorView({
      parent: place.current ?? undefined,
      state: EditorState.create({
        doc: initial.current,
        extensions: [
          lineNumbers(),
          history(),
          keymap.of([...defaultKeymap, ...historyKeymap]),
          yaml(),
          lintGutter(),
          EditorView.lineWrapping,
          editorTheme,
          EditorView.contentAttributes.of({
            'aria-label': label,
            tabindex: '0',
          }),
          EditorView.updateListener.of(update => {
            // Only what is typed or pasted, not what is put in from outside.
            if (
              update.docChanged &&
              update.transactions.some(
                one =>
                  one.isUserEvent('input') ||
                  one.isUserEvent('delete') ||
                  one.isUserEvent('undo') ||
                  one.isUserEvent('redo') ||
                  one.isUserEvent('move'),
              )
            ) {
              latestChange.current(update.state.doc.toString());
            }
          }),
        ],
      }),
    });
    editor.current = view;
    return () => view.destroy();
  }, [label]);

  useEffect(() => {
    const view = editor.current;
    if (view && view.state.doc.toString() !== value) {
      view.dispatch({
        changes: { from: 0, to: view.state.doc.length, insert: value },
      });
    }
  }, [value]);

  useEffect(() => {
    const view = editor.current;
    if (view) {
      const end = view.state.doc.length;
      view.dispatch(
        setDiagnostics(
          view.state,
          findings.map(({ from, to, message }) => ({
            from: Math.min(from, end),
            to: Math.min(Math.max(to, from), end),
            message,
            severity: 'error' as const,
          })),
        ),
      );
    }
  }, [findings, value]);

  useEffect(() => {
    const view = editor.current;
    if (view && shown) {
      const anchor = Math.min(shown.finding.from, view.state.doc.length);
      view.dispatch({ selection: { anchor }, scrollIntoView: true });
      view.focus();
    }
  }, [shown]);

  return <div ref={place} data-testid="yaml-editor" />;
}
