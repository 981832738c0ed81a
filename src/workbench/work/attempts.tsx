import type { ComponentChildren } from 'preact';
import type { Attempt } from '#storage/work.ts';
import { useTexts } from '../bench/texts.ts';
import { when } from './when.ts';

interface Kept {
  readonly code: string;
  readonly at: string;
}

interface ListProps {
  readonly attempts: readonly Attempt[];
  /** The text that stands in the editor, if there is one. */
  readonly code: string | null;
  /** Without it the texts can only be looked at. */
  readonly onTake?: (kept: Kept) => void;
}

/** Attempts of one lab, newest first. */
export function Attempts({ attempts, code, onTake }: ListProps) {
  const { t } = useTexts();
  const green = attempts.find(({ verdict }) => verdict === 'passed');
  return (
    <ol class="wk-attempts">
      {attempts.map((attempt) => (
        <li key={`${attempt.at} ${attempt.verdict ?? ''}`}>
          <KeptText kept={attempt} code={code} onTake={onTake}>
            <Verdict attempt={attempt} />
            {attempt.total > 0 && (
              <span class="num">
                {t('work.history.count', { passed: attempt.passed, total: attempt.total })}
              </span>
            )}
            {attempt === green && <span class="wk-green">{t('work.history.green')}</span>}
          </KeptText>
        </li>
      ))}
    </ol>
  );
}

function Verdict({ attempt: { verdict } }: { readonly attempt: Attempt }) {
  const { t } = useTexts();
  if (verdict === null) return <span>{t('work.history.away')}</span>;
  const key = `workbench.verdict.${verdict}`;
  const mark = verdict === 'passed' ? 'wk-passed' : 'wk-failed';
  return <b class={mark}>{t.has(key) ? t(key) : verdict}</b>;
}

interface TextProps {
  readonly kept: Kept;
  readonly code: string | null;
  readonly onTake?: ((kept: Kept) => void) | undefined;
  /** What to say instead of the time alone. */
  readonly label?: string;
  /** What stands before it. */
  readonly children?: ComponentChildren;
}

/** When a text was kept, the text itself behind a click, and a button to take it. */
export function KeptText({ kept, code, onTake, label, children }: TextProps) {
  const { t, n, lang } = useTexts();
  const time = when(kept.at, lang);
  return (
    <div class="wk-kept">
      {children}
      <time dateTime={kept.at} class="num">
        {label ?? time}
      </time>
      {kept.code === code ? (
        <span class="wk-here">{t('work.history.here')}</span>
      ) : (
        onTake && (
          <button
            type="button"
            class="b s"
            aria-label={`${t('work.history.take')}: ${time}`}
            onClick={() => onTake(kept)}
          >
            {t('work.history.take')}
          </button>
        )
      )}
      <details>
        <summary>
          {t('work.history.show')}{' '}
          <span class="num">({n('work.history.lines', lines(kept.code))})</span>
        </summary>
        <pre tabIndex={0} role="region" aria-label={t('work.text.of', { time })}>
          {kept.code}
        </pre>
      </details>
    </div>
  );
}

function lines(code: string): number {
  return code.replace(/\n$/, '').split('\n').length;
}
