import type { CaseReport } from '#judge/report.ts';
import { useTexts } from '../bench/texts.ts';
import { Failure } from './failure.tsx';
import { Icon } from './icons.tsx';
import { hasPassed } from './tally.ts';

interface Props {
  readonly id: string;
  /** `null`: not run, or not reached. */
  readonly report: CaseReport | null;
  readonly open: boolean;
  readonly onOpen: (open: boolean) => void;
}

/** One case: a line, and under it, if it failed, what happened. */
export function CaseRow({ id, report, open, onOpen }: Props) {
  const { t, lab } = useTexts();
  const name = lab.tests[id] ?? id;
  if (!report || hasPassed(report)) {
    const kind = report ? 'passed' : 'not run';
    return (
      <li class="wb-case">
        <Icon kind={kind} label={t(`workbench.icon.${report ? 'passed' : 'not-run'}`)} />
        <span>{name}</span>
      </li>
    );
  }
  const body = `case-${id}`;
  return (
    <li class="wb-case bad">
      <Icon kind="failed" label={t('workbench.icon.failed')} />
      <button type="button" aria-expanded={open} aria-controls={body} onClick={() => onOpen(!open)}>
        {name}
      </button>
      {!open && <span class="wb-src">§{report.rfc}</span>}
      <div id={body} class="wb-failure" hidden={!open}>
        {open && <Failure report={report} />}
      </div>
    </li>
  );
}
