import type { CaseReport } from '#judge/report.ts';
import { useHeading, useTexts } from '../bench/texts.ts';

/** What the learner's code printed in the shown run. */
export function Console({ output }: { readonly output: CaseReport['console'] }) {
  const { t, n } = useTexts();
  const Heading = useHeading(3);
  if (output.lines.length === 0) return null;
  return (
    <div class="wb-console">
      <Heading class="cap">{t('workbench.console')}</Heading>
      <pre class="wb-pre" tabIndex={0}>
        {output.lines.map(({ level, text }, i) => (
          <span key={i} class={level}>
            {text}
            {'\n'}
          </span>
        ))}
      </pre>
      {output.left > 0 && <p class="wb-rest d">{n('workbench.console.left', output.left)}</p>}
    </div>
  );
}
