import type { Phase } from '../run/phase.ts';
import { tally } from '../results/tally.ts';
import { useLate } from './use-late.ts';
import { useTexts } from './texts.ts';

/** Says to a screen reader what the results show. */
export function LiveRegion({ phase }: { readonly phase: Phase }) {
  const { t, n } = useTexts();
  const busy = phase.kind === 'running' || phase.kind === 'compiling';
  const long = useLate(busy, 1_000);
  const words = () => {
    switch (phase.kind) {
      case 'idle':
        return '';
      case 'compiling':
      case 'running':
        return long ? t('workbench.live.running') : '';
      case 'did not compile':
        return n('workbench.live.problems', phase.problems.length);
      case 'judged': {
        const { passed, total } = tally(phase.report);
        return `${t(`workbench.verdict.${phase.report.verdict}`)} ${t('workbench.live.tally', { passed, total })}`;
      }
      case 'stopped':
        return t('workbench.stopped');
      case 'broken':
        return t('workbench.broken');
    }
  };
  return (
    <p class="visually-hidden" role="status">
      {words()}
    </p>
  );
}
