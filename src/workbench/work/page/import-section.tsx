import { useEffect, useId, useRef, useState } from 'preact/hooks';
import {
  LONGEST_IMPORT,
  type ImportOptions,
  type ImportPlan,
  type ImportProblem,
} from '#storage/import.ts';
import { VERSION } from '#storage/migrate.ts';
import type { Saved } from '#storage/store.ts';
import type { Work } from '#storage/work.ts';
import { useTexts } from '../../bench/texts.ts';
import { COURSE } from '../download.ts';
import { Plan } from './plan.tsx';

interface Props {
  readonly work: Work;
  readonly onChange: () => void;
}

type Shown =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'plan'; readonly plan: ImportPlan }
  | { readonly kind: 'problem'; readonly problem: ImportProblem; readonly text: string }
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'done'; readonly saved: Saved };

/** Reads a file, says what it would do, and does it when told to. */
export function ImportSection({ work, onChange }: Props) {
  const { t } = useTexts();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const plan = useRef<HTMLDivElement>(null);
  const [shown, show] = useState<Shown>({ kind: 'nothing' });
  useEffect(() => {
    if (shown.kind === 'plan') plan.current?.focus();
  }, [shown]);

  const look = (text: string, more: Partial<ImportOptions> = {}) => {
    const found = work.planImport(text, { course: COURSE, at: new Date(), ...more });
    if (found.kind === 'plan') show({ kind: 'plan', plan: found });
    else show({ kind: 'problem', problem: found, text });
  };
  const choose = async () => {
    const file = input.current?.files?.[0];
    if (!file) return show({ kind: 'nothing' });
    // A character takes four octets at most: a larger file is not even read.
    if (file.size > 4 * LONGEST_IMPORT) {
      const problem = { kind: 'problem', problem: 'too large' } as const;
      return show({ kind: 'problem', problem, text: '' });
    }
    try {
      look(await file.text());
    } catch {
      show({ kind: 'unreadable' });
    }
  };
  const end = (next: Shown) => {
    if (input.current) input.current.value = '';
    input.current?.focus();
    show(next);
  };
  return (
    <section>
      <h2>{t('work.import')}</h2>
      <p>{t('work.import.lead')}</p>
      <p class="wk-do">
        <label for={id}>{t('work.import.choose')}</label>
        <input
          id={id}
          ref={input}
          type="file"
          accept=".json,application/json"
          onChange={() => void choose()}
        />
      </p>
      {shown.kind === 'plan' && (
        <div class="wk-plan" ref={plan} tabIndex={-1} role="group" aria-label={t('work.import')}>
          <Plan
            plan={shown.plan}
            onImport={() => {
              end({ kind: 'done', saved: shown.plan.apply() });
              onChange();
            }}
            onCancel={() => end({ kind: 'nothing' })}
          />
        </div>
      )}
      <div role="alert">
        {shown.kind === 'problem' && (
          <div class="wk-plan">
            <Problem problem={shown.problem} />
            {shown.problem.problem === 'other course' && (
              <button
                type="button"
                class="b s"
                onClick={() => look(shown.text, { otherCourse: true })}
              >
                {t('work.import.anyway')}
              </button>
            )}
          </div>
        )}
        {shown.kind === 'unreadable' && <p class="wk-plan">{t('work.problem.unreadable')}</p>}
      </div>
      <div role="status">
        {shown.kind === 'done' && (
          <p class="wk-plan">
            {t(shown.saved === 'saved' ? 'work.import.done' : `work.import.${shown.saved}`)}
          </p>
        )}
      </div>
    </section>
  );
}

function Problem({ problem }: { readonly problem: ImportProblem }) {
  const { t } = useTexts();
  const { kind: _, problem: name, ...values } = problem;
  return <p>{t(`work.problem.${name}`, { ...values, known: VERSION })}</p>;
}
