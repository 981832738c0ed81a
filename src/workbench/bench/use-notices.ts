import { useCallback, useState } from 'preact/hooks';
import type { Notice } from './notices.tsx';

/** The notices that stand over the panes: of each kind the latest. */
export function useNotices(first: readonly Notice[]) {
  const [notices, setNotices] = useState(first);
  const forget = useCallback(
    (kind: Notice['kind']) => setNotices((all) => all.filter((each) => each.kind !== kind)),
    [],
  );
  const tell = useCallback(
    (notice: Notice) =>
      setNotices((all) => [...all.filter(({ kind }) => kind !== notice.kind), notice]),
    [],
  );
  return { notices, tell, forget };
}

export type Tell = ReturnType<typeof useNotices>['tell'];
export type Forget = ReturnType<typeof useNotices>['forget'];
