import type { Editor, EditorKind, OneEditor } from './editor.ts';

/** The two editors as one: whichever is shown has the text. */
export interface Desk extends Editor {
  /** The editor that is shown. */
  shown(): EditorKind | null;
  current(): OneEditor | null;
  has(kind: EditorKind): boolean;
  /** Takes an editor in, without showing it. */
  put(kind: EditorKind, editor: OneEditor): void;
  /** Shows an editor that is here: it goes on with the text, caret and comparison of the other. */
  show(kind: EditorKind): void;
  /** Told when a comparison begins or ends. */
  onCompare(listener: (comparing: boolean) => void): void;
}

/** A desk with no editor on it; `first` is its text until there is one. */
export function openDesk(first: string): Desk {
  const editors = new Map<EditorKind, OneEditor>();
  const listeners = new Set<() => void>();
  const watchers = new Set<(comparing: boolean) => void>();
  let shown: EditorKind | null = null;
  let compared: string | null = null;
  const current = () => (shown === null ? null : (editors.get(shown) ?? null));

  return {
    shown: () => shown,
    current,
    has: (kind) => editors.has(kind),
    put(kind, editor) {
      editors.get(kind)?.dispose();
      editors.set(kind, editor);
      editor.onChange(() => {
        // An editor that catches up with the other one tells nothing new.
        if (shown === kind) for (const listener of listeners) listener();
      });
    },
    show(kind) {
      const next = editors.get(kind);
      const before = current();
      if (!next || next === before) return;
      if (before) {
        void before.showDiff(null);
        next.adopt(before.view());
      }
      shown = kind;
      if (compared !== null) void next.showDiff(compared);
    },

    code: () => current()?.code() ?? first,
    replace: (code) => current()?.replace(code),
    onChange: (listener) => void listeners.add(listener),
    compile: (onFetching) =>
      current()?.compile(onFetching) ?? Promise.resolve({ kind: 'cancelled' }),
    warm: () => current()?.warm(),
    onCompare: (listener) => void watchers.add(listener),
    async showDiff(other) {
      compared = other;
      for (const watcher of watchers) watcher(other !== null);
      await current()?.showDiff(other);
    },
    goTo: (line, column) => current()?.goTo(line, column),
    focus: () => current()?.focus(),
    dispose() {
      for (const editor of editors.values()) editor.dispose();
      editors.clear();
      shown = null;
    },
  };
}
