import { download, type Arrived } from './download.ts';
import type { EditorKind, EditorOptions, OneEditor } from './editor.ts';

/** Fetches an editor and opens it. On `signal` the download ends and nothing is opened. */
export async function loadEditor(
  kind: EditorKind,
  options: EditorOptions,
  onArrived: (arrived: Arrived) => void,
  signal: AbortSignal,
): Promise<OneEditor> {
  await download(kind, onArrived, signal);
  const open = await opener(kind);
  signal.throwIfAborted();
  return open(options);
}

async function opener(kind: EditorKind) {
  if (kind === 'light') return (await import('./light/light-editor.ts')).openLight;
  return (await import('./full/monaco.ts')).openMonaco;
}
