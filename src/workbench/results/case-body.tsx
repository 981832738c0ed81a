import { useMemo, useState } from 'preact/hooks';
import type { CaseReport } from '#judge/report.ts';
import { useTexts } from '../bench/texts.ts';
import { AlsoFails } from './also-fails.tsx';
import { CallRows } from './call-rows.tsx';
import { CaseButtons } from './case-buttons.tsx';
import { Console } from './console.tsx';
import type { Family } from './families.ts';
import { Ladders } from './ladders.tsx';
import { momentsOf } from './moments.ts';
import { StepList } from './step-list.tsx';
import { StepPanel } from './step-panel.tsx';
import { TextForm } from './text-form.tsx';
import { viewOf } from './view.ts';
import { Words } from './words.tsx';

interface Props {
  readonly report: CaseReport;
  readonly family: Family | null;
  readonly seed: number;
  /** The reader goes to another case that fails for the same reason. */
  readonly onOpen: (id: string) => void;
}

/** What happened in a case, and what should have: in words, drawn, and step by step. */
export function CaseBody({ report, family, seed, onOpen }: Props) {
  const { n } = useTexts();
  const view = useMemo(() => viewOf(report), [report]);
  const moments = useMemo(() => momentsOf({ ...report, ...view }), [report, view]);
  const first = moments.findIndex(({ parts }) => parts);
  const [choice, setChoice] = useState<{ report: CaseReport; at: number } | null>(null);
  const at = choice?.report === report ? choice.at : first === -1 ? moments.length - 1 : first;
  const moment = moments[at];
  const select = (next: number) => setChoice({ report, at: next });

  return (
    <>
      <Words report={report} seed={seed} />
      {report.calls && <CallRows table={report.calls} />}
      {moment && (
        <>
          {view.left > 0 && <p class="wb-rest d">{n('workbench.steps.left', view.left)}</p>}
          <Ladders report={report} view={view} at={moment.t} moments={moments} onSelect={select} />
          <CaseButtons report={report} />
          <div class="wb-steps">
            <StepList moments={moments} at={at} onSelect={select} />
            <StepPanel report={report} view={view} moment={moment} />
          </div>
        </>
      )}
      <Console report={report} moment={moment} />
      {!moment && <CaseButtons report={report} />}
      {family && <AlsoFails id={report.id} family={family} onOpen={onOpen} />}
      <TextForm report={report} view={view} moments={moments} />
    </>
  );
}
