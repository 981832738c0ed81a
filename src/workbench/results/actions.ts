import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { CaseReport } from '#judge/report.ts';

/** What a reader can do with a case. */
export interface CaseActions {
  /** Runs this case alone. */
  readonly onRunCase: (id: string) => void;
  /** Copies an address that leads to this case. */
  readonly onCopyLink: (report: CaseReport) => void;
  /** Opens a packetdrill script where it can be changed and run. */
  readonly onTryScript: (pkt: string) => void;
}

export const ActionsContext = createContext<CaseActions | null>(null);

/** What can be done with a case, for all that shows one. */
export function useActions(): CaseActions {
  const actions = useContext(ActionsContext);
  if (!actions) throw new Error('no actions');
  return actions;
}
