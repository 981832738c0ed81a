import type { LabData } from '../data.ts';
import { Section } from '../results/section.tsx';
import { Node } from './node.tsx';
import { useTexts } from './texts.ts';

interface Props {
  readonly data: LabData;
  readonly story: HTMLElement | null;
  readonly task: HTMLElement | null;
}

/** The task: its story at once, the rest on demand, so that the code stays in view. */
export function Brief({ data, story, task }: Props) {
  const { t } = useTexts();
  const [section] = data.rfc;
  return (
    <div class="wb-brief">
      <Node node={story} class="wb-text" />
      <p class="wb-sig d">
        <span class="cap">{t('workbench.plank')}</span> <code>{data.plank}</code>{' '}
        {section !== undefined && <Section rfc={section} />}
      </p>
      <details class="wb-more">
        <summary class="d">{t('workbench.task')}</summary>
        <Node node={task} class="wb-text" />
      </details>
    </div>
  );
}
