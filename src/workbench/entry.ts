import type { EditorKind } from './editor/editor.ts';

/**
 * Opens the workbench in a lab's element, with a certain editor if the reader asked for it. This module
 * is all that a page knows of it; the rest, styles included, is fetched from here.
 */
export async function open(element: HTMLElement, editor: EditorKind | null): Promise<void> {
  const { openBench } = await import('./bench/open-bench.tsx');
  await openBench(element, editor);
}
