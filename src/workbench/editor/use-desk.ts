import { useCallback, useEffect, useMemo, useRef, useState, type MutableRef } from 'preact/hooks';
import { openDesk, type Desk } from './desk.ts';
import type { Arrived } from './download.ts';
import type { EditorKind, EditorOptions, OneEditor } from './editor.ts';
import { keepInPlace } from './keep-in-place.ts';
import { loadEditor } from './load.ts';

/** Where an editor that is wanted is. */
export type Coming =
  | { readonly kind: 'here' }
  | { readonly kind: 'coming'; readonly arrived: Arrived | null }
  | { readonly kind: 'failed' };

export type Hosts = Readonly<Record<EditorKind, MutableRef<HTMLDivElement | null>>>;

interface Options extends Omit<EditorOptions, 'host'> {
  /** Which editor is wanted. */
  readonly kind: EditorKind;
  readonly hosts: Hosts;
  /** Told of each editor once, when it is open. */
  readonly onEditor: (editor: OneEditor) => void;
}

/** Fetches the editor that is wanted and shows it. Until it is here the other one, if any, stays. */
export function useDesk({ kind, hosts, onEditor, ...options }: Options) {
  const desk = useMemo(() => openDesk(options.code), []);
  const [shown, setShown] = useState<EditorKind | null>(null);
  const [coming, setComing] = useState<Coming>({ kind: 'coming', arrived: null });
  const [tries, setTries] = useState(0);
  const latest = useRef({ options, onEditor });
  latest.current = { options, onEditor };

  useEffect(() => {
    const abort = new AbortController();
    const { signal } = abort;
    open(desk, kind, hosts, latest.current, signal, (arrived) =>
      setComing({ kind: 'coming', arrived }),
    ).then(
      () => {
        if (signal.aborted) return;
        const before = desk.current()?.caretTop() ?? null;
        desk.show(kind);
        setShown(kind);
        setComing({ kind: 'here' });
        keepInPlace(hosts[kind].current, before, () => desk.current()?.caretTop() ?? null);
      },
      (error: unknown) => {
        if (signal.aborted) return;
        console.error(error);
        setComing({ kind: 'failed' });
      },
    );
    return () => abort.abort();
  }, [kind, tries]);

  useEffect(() => () => desk.dispose(), [desk]);

  const retry = useCallback(() => {
    setComing({ kind: 'coming', arrived: null });
    setTries((n) => n + 1);
  }, []);
  return { desk, shown, coming, retry };
}

async function open(
  desk: Desk,
  kind: EditorKind,
  hosts: Hosts,
  { options, onEditor }: { options: Omit<EditorOptions, 'host'>; onEditor: Options['onEditor'] },
  signal: AbortSignal,
  onArrived: (arrived: Arrived) => void,
): Promise<void> {
  const host = hosts[kind].current;
  if (desk.has(kind) || !host) return;
  const opened = await loadEditor(
    kind,
    { ...options, host, code: desk.code() },
    (arrived) => !signal.aborted && onArrived(arrived),
    signal,
  );
  if (signal.aborted) return opened.dispose();
  desk.put(kind, opened);
  onEditor(opened);
}
