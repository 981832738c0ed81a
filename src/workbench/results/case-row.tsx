import type { Group } from '#judge/report.ts';
import { useTexts } from '../bench/texts.ts';
import { CaseBody } from './case-body.tsx';
import type { Family } from './families.ts';
import { Icon } from './icons.tsx';
import { placesOf } from './places.ts';
import { hasPassed, type ShownCase } from './shown.ts';
import { useCaseName } from './use-case-name.ts';

interface Props {
  readonly id: string;
  readonly group: Group;
  /** `null`: not run, or not reached. */
  readonly shown: ShownCase | null;
  /** The cases that fail with the same cause; `null` if it does not fail. */
  readonly family: Family | null;
  readonly seed: number;
  readonly open: boolean;
  readonly onOpen: (id: string | null) => void;
  readonly onFollow: (id: string) => void;
}

/** One case: a line, and under it, when it is opened, what happened. */
export function CaseRow({ id, group, shown, family, seed, open, onOpen, onFollow }: Props) {
  const { t } = useTexts();
  const name = useCaseName()(shown?.report ?? { id });
  if (!shown) {
    return (
      <li class="wb-case" data-case={id}>
        <Icon kind="not run" label={t('workbench.icon.not-run')} />
        <span>{name}</span>
      </li>
    );
  }
  const { report, earlier } = shown;
  const passed = hasPassed(report);
  // Of the drawn cases that all agreed there is none to show.
  const isEmpty = passed && report.calls === null && report.theirs.hosts.length === 0;
  const body = `case-${id}`;
  const remark = earlier
    ? t('workbench.earlier')
    : family && family.lead.id !== id
      ? t('workbench.same-cause')
      : !passed && group !== 'random'
        ? (placesOf(report.rfc, t)[0]?.words ?? '')
        : '';
  const classes = [
    'wb-case',
    passed ? 'good' : 'bad',
    earlier ? 'earlier' : '',
    open ? 'open' : '',
  ];
  return (
    <li class={classes.filter(Boolean).join(' ')} data-case={id}>
      <Icon
        kind={passed ? 'passed' : 'failed'}
        label={t(passed ? 'workbench.icon.passed' : 'workbench.icon.failed')}
      />
      {isEmpty ? (
        <span>{name}</span>
      ) : (
        <button
          type="button"
          aria-expanded={open}
          aria-controls={body}
          onClick={() => onOpen(open ? null : id)}
        >
          {name}
        </button>
      )}
      {!(open && !earlier) && remark !== '' && <span class="wb-remark">{remark}</span>}
      {open && !isEmpty && (
        <div id={body} class="wb-failure">
          <CaseBody key={id} report={report} family={family} seed={seed} onOpen={onFollow} />
        </div>
      )}
    </li>
  );
}
