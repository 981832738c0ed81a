import { useState } from 'preact/hooks';
import type { CaseReport } from '#judge/report.ts';
import { socketRows, socketsHtml } from '#figures/inspector/socket-table.ts';
import { socketsAt } from '#figures/inspector/sockets-at.ts';
import type { Translator } from '#text/text.ts';
import type { Trace } from '#trace/trace.ts';
import { useTexts } from '../bench/texts.ts';

interface Props {
  /** With both runs from their beginning: only so is it known what a host has. */
  readonly report: Pick<CaseReport, 'theirs' | 'reference'>;
  /** The moment that is looked at, ms. */
  readonly at: number;
}

/** The host that runs the plank. */
const OWN = 'B';
const SIDES = ['theirs', 'reference'] as const;

/** The sockets of the host on either side, behind a line that opens. */
export function Sockets({ report, at }: Props) {
  const { t } = useTexts();
  const [isOpen, setOpen] = useState(false);
  return (
    <details class="wb-more" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary class="d">{t('workbench.sockets')}</summary>
      {isOpen &&
        SIDES.map((side) => (
          <div
            key={side}
            dangerouslySetInnerHTML={{
              __html: tableOf(report[side], at, t(`workbench.ladder.${side}.short`), t),
            }}
          />
        ))}
    </details>
  );
}

/** One side's table; nothing where a plank wrote into its TCB what is no socket. */
function tableOf(trace: Trace, at: number, caption: string, t: Translator): string {
  if (trace.entries.length === 0) return '';
  try {
    return socketsHtml(socketRows(socketsAt(trace, OWN, at), t), t, { caption });
  } catch {
    return '';
  }
}
