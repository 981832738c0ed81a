import { useCallback, useRef } from 'preact/hooks';
import type { CaseReport } from '#judge/report.ts';
import type { LabData } from '../data.ts';
import type { CaseActions } from '../results/actions.ts';
import type { LinkedCase } from './link/case-link.ts';
import type { Pane, View } from './pane-switch.tsx';
import type { useScript } from './scratch/use-script.ts';
import { useTexts } from './texts.ts';
import { useCopyLink, useLinked } from './use-case-link.ts';
import type { Forget, Tell } from './use-notices.ts';

interface Options {
  readonly data: LabData;
  readonly script: ReturnType<typeof useScript>;
  readonly show: (pane: Pane) => void;
  readonly run: (view: View, only?: string) => void;
  /** Marks a case wherever it is listed. */
  readonly mark: (id: string) => void;
  readonly tell: Tell;
  readonly forget: Forget;
}

/** What can be done with a case, and what is done with one that a link points at: never a run. */
export function useCases({ data, script, show, run, mark, tell, forget }: Options) {
  const { t, lab } = useTexts();
  const copyLink = useCopyLink(data, tell);

  /** Puts a script into the pad; the learner's own, if it goes, can be had back. */
  const openScript = (text: string, from: 'case' | 'link' | 'example' | 'earlier') => {
    const before = script.text;
    script.put(text);
    show('script');
    const isNew = before !== null && before.trim() !== '' && before !== text;
    const back = () => {
      script.put(before ?? '');
      forget('script');
    };
    if (!isNew && from !== 'link') return;
    const actions = isNew ? [{ label: t('workbench.script.back'), on: back }] : [];
    tell({ kind: 'script', text: t(`workbench.script.from.${from}`), actions });
  };

  const follow = (target: LinkedCase) => {
    if (target.kind === 'script') return openScript(target.pkt, 'link');
    if (target.kind === 'bad') {
      return tell({ kind: 'link', text: t(`workbench.link.${target.why}`) });
    }
    const { id } = target;
    show('results');
    mark(id);
    tell({
      kind: 'link',
      text: t('workbench.link.case', { name: lab.tests[id] ?? t('workbench.random.before') }),
      actions: [{ label: t('workbench.case.run'), on: () => latest.current.run('results', id) }],
    });
  };
  // A notice outlives the drawing that it was made in.
  const latest = useRef({ follow, run });
  latest.current = { follow, run };
  useLinked(
    data,
    useCallback((target: LinkedCase) => latest.current.follow(target), []),
  );

  const actions: CaseActions = {
    onRunCase: (id) => run(id === SCRATCH ? 'script' : 'results', id),
    onCopyLink: (report: CaseReport) =>
      report.id === SCRATCH ? copyLink.ofScript(report.pkt) : copyLink.ofCase(report),
    onTryScript: (pkt) => openScript(pkt, 'case'),
  };
  return { actions, openScript, copyScript: copyLink.ofScript };
}

/** The id of the case that the learner's own script is. */
const SCRATCH = 'scratch';
