import { useState } from 'preact/hooks';
import type { CaseReport, Group, Report } from '#judge/report.ts';
import { useHeading, useTexts } from '../bench/texts.ts';
import type { CaseName } from '../data.ts';
import { CaseRow } from './case-row.tsx';
import { hasPassed, tallyGroup } from './tally.ts';

interface Props {
  readonly group: Group;
  readonly cases: readonly CaseName[];
  readonly report: Report | null;
}

/** A group of cases. A hidden case is listed only once it fails. */
export function CaseGroup({ group, cases, report }: Props) {
  const { t, n } = useTexts();
  const Heading = useHeading(2);
  const [choice, setChoice] = useState<Choice | null>(null);
  const names = cases.filter((c) => c.group === group);
  const reports = new Map(report?.cases.map((c) => [c.id, c]));
  const listed = names.filter(({ id }) => group === 'visible' || failed(reports.get(id)));
  const silent = names.length - listed.length;
  const open = openCase(report, choice);
  return (
    <section class="wb-group">
      <Heading class="d">
        <span>{t(`workbench.group.${group}.title`)}</span>
        {report && (
          <span class="num">
            {t('workbench.passed-of', { ...tallyGroup(report, group, names.length) })}
          </span>
        )}
      </Heading>
      {listed.length > 0 && (
        <ul class="wb-cases d">
          {listed.map(({ id }) => (
            <CaseRow
              key={id}
              id={id}
              report={reports.get(id) ?? null}
              open={open === id}
              onOpen={(on) => setChoice({ id: on ? id : null, report })}
            />
          ))}
        </ul>
      )}
      {group === 'hidden' && !report && (
        <p class="wb-rest d">{n('workbench.hidden.before', silent)}</p>
      )}
    </section>
  );
}

function failed(report: CaseReport | undefined): boolean {
  return report !== undefined && !hasPassed(report);
}

/** What the reader opened, or closed, while looking at a report. */
interface Choice {
  readonly id: string | null;
  readonly report: Report | null;
}

/**
 * The case that the reader opened, as long as it fails; else the first that fails. One that was
 * closed stays closed until the next run.
 */
function openCase(report: Report | null, choice: Choice | null): string | null {
  if (!report) return null;
  if (choice?.id === null && choice.report === report) return null;
  const failures = report.cases.filter(failed);
  return (failures.find(({ id }) => id === choice?.id) ?? failures[0])?.id ?? null;
}
