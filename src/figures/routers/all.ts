import type { Translator } from '#text/text.ts';
import { escapeText } from '../ladder/svg.ts';
import { colourWords } from '../ladder/colour-words.ts';
import type { Journey, Story } from './story.ts';
import { journeyTableHtml } from './table.ts';
import { journeyLabel, listStory, nodeTitle } from './words.ts';

/** A story as text: each step in words, then all links of each journey side by side. */
export function storyHtml(story: Story, t: Translator): string {
  const lines = listStory(story, t).map((line) => `<li>${colourWords(line)}</li>`);
  const tables = story.journeys
    .filter(({ legs }) => legs.length > 0)
    .map((journey) => journeyTableHtml(story, journey, captionOf(story, journey, t), t));
  return `<ol>${lines.join('')}</ol>${tables.join('')}`;
}

/** `The SYN from Client to Server, link by link`. */
function captionOf(story: Story, journey: Journey, t: Translator): string {
  const [from, to] = [journey.legs[0]?.from, journey.legs.at(-1)?.to].map((name) =>
    nodeTitle(story, name ?? '', t),
  );
  return t('routers.links', { what: journeyLabel(journey, t), from: from ?? '', to: to ?? '' });
}

/** What becomes of the first segment with this TTL. */
export interface Outcome {
  readonly ttl: number;
  readonly story: Story;
}

/** A table of what becomes of the first segment by its TTL. */
export function outcomesHtml(outcomes: readonly Outcome[], t: Translator): string {
  const lines = outcomes.map(({ ttl, story }) => {
    const [out, back] = story.journeys;
    const last = out?.legs.at(-1);
    const node = last === undefined ? '' : nodeTitle(story, last.to, t);
    const end = t(`routers.outcome.${out?.end ?? 'vanished'}`, { node });
    const answer = back === undefined ? t('routers.outcome.silence') : answerWords(story, back, t);
    const cells = [end, answer].map((text) => `<td>${colourWords(text)}</td>`).join('');
    return `<tr><th scope="row">${ttl}</th>${cells}</tr>`;
  });
  const heads = (['ttl', 'end', 'answer'] as const).map(
    (head) => `<th scope="col">${escapeText(t(`routers.outcome.head.${head}`))}</th>`,
  );
  return `<table class="outcomes"><caption>${escapeText(t('routers.outcomes'))}</caption><thead><tr>${heads.join('')}</tr></thead><tbody>${lines.join('')}</tbody></table>`;
}

function answerWords(story: Story, back: Journey, t: Translator): string {
  const from = nodeTitle(story, back.legs[0]?.from ?? '', t);
  return back.error === null
    ? t('routers.outcome.answer', { what: journeyLabel(back, t), from })
    : t('routers.outcome.icmp', { error: back.error, from });
}
