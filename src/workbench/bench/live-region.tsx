import { useEffect, useState } from 'preact/hooks';
import { leadOf } from '#judge/lead.ts';
import type { Progress, Report } from '#judge/report.ts';
import { explain } from '#judge/words.ts';
import { isBusy, type Phase } from '../run/phase.ts';
import { tally } from '../results/tally.ts';
import { useCaseName } from '../results/use-case-name.ts';
import { useLate } from './use-late.ts';
import { useTexts } from './texts.ts';

/** A run that is over sooner needs no announcement, ms. */
const PATIENCE = 1_000;
/** How often a long run says how far it is, ms. */
const EVERY = 5_000;

/** Says to a screen reader what the results show: the verdict, the tally, the first failure. */
export function LiveRegion({ phase }: { readonly phase: Phase }) {
  const { t, n } = useTexts();
  const verdict = useVerdictWords();
  const long = useLate(isBusy(phase), PATIENCE);
  const share = useSampled(phase.kind === 'running' ? shareOf(phase.progress) : 0, long);
  const words = () => {
    switch (phase.kind) {
      case 'idle':
        return '';
      case 'compiling':
      case 'running':
        if (!long) return '';
        return share > 0 ? t('workbench.live.progress', { n: share }) : t('workbench.live.running');
      case 'did not compile':
        return n('workbench.live.problems', phase.problems.length);
      case 'judged':
        return verdict(phase.report);
      case 'stopped':
        return t('workbench.stopped');
      case 'broken':
        return t('workbench.broken');
    }
  };
  return (
    <p class="sr-only" role="status">
      {words()}
    </p>
  );
}

/** The verdict, how many pass, and what the case that stands for it is and says. */
function useVerdictWords(): (report: Report) => string {
  const { t } = useTexts();
  const name = useCaseName();
  return (report) => {
    const { passed, total } = tally(report);
    const first = leadOf(report);
    return [
      t(`workbench.verdict.${report.verdict}`),
      t('workbench.live.tally', { passed, total: report.only === null ? total : 1 }),
      ...(first
        ? [t(`workbench.live.${report.cutShort ? 'at' : 'first'}`, { name: name(first) })]
        : []),
      ...(first ? explain(first, t) : []),
    ].join(t('ladder.space'));
  };
}

function shareOf(progress: Progress | null): number {
  return progress && progress.total > 0 ? Math.floor((progress.done / progress.total) * 100) : 0;
}

/** A number that changes often, looked at from time to time while `on`. */
function useSampled(value: number, on: boolean): number {
  const [sample, setSample] = useState(0);
  const [tick, setTick] = useState(0);
  useEffect(() => {
    if (!on) return;
    setSample(0);
    const timer = setInterval(() => setTick((count) => count + 1), EVERY);
    return () => clearInterval(timer);
  }, [on]);
  useEffect(() => setSample(value), [tick]);
  return on ? sample : 0;
}
