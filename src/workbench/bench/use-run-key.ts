import { useEffect, useRef } from 'preact/hooks';

/**
 * Ctrl+Enter, or ⌘+Enter, runs. Where the page is the lab's own it does so wherever the focus is; in a
 * chapter, which may hold another lab too, only within `bench`. Heard before the editor hears it.
 */
export function useRunKey(
  bench: { readonly current: HTMLElement | null },
  mode: 'chapter' | 'page',
  onRun: () => void,
): void {
  const run = useRef(onRun);
  run.current = onRun;
  useEffect(() => {
    const heard = mode === 'page' ? document : bench.current;
    const onKeyDown = (event: Event) => {
      if (!(event instanceof KeyboardEvent) || event.key !== 'Enter' || event.altKey) return;
      if (!event.ctrlKey && !event.metaKey) return;
      // A link opens in a new tab with this key, and a dialog has keys of its own.
      if (event.target instanceof Element && event.target.closest('dialog, a')) return;
      event.preventDefault();
      event.stopPropagation();
      run.current();
    };
    heard?.addEventListener('keydown', onKeyDown, { capture: true });
    return () => heard?.removeEventListener('keydown', onKeyDown, { capture: true });
  }, [bench, mode]);
}
