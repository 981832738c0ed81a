import type { Translator } from '#text/text.ts';
import { px } from '../ladder/svg.ts';
import { colourWords } from '../ladder/colour-words.ts';
import type { Point } from './forms.ts';
import { tokenAt, type WayLayout } from './layout.ts';
import { octetsHtml } from './octets.ts';
import { type Step, stepsOf } from './steps.ts';
import type { Story } from './story.ts';
import { stepTableHtml } from './table.ts';
import { sentenceOf } from './words.ts';

/** What a step says: sentence, table, octets. HTML, made when the site is built and in the page alike. */
export function stepHtml(story: Story, step: Step, t: Translator) {
  return {
    sentence: colourWords(sentenceOf(story, step, t)),
    table: stepTableHtml(story, step, t),
    octets: octetsHtml(story, step, t),
  };
}

/**
 * Inks a drawing up to a step and puts the packet to its place. Over all of the way everything is in
 * ink and there is no packet.
 */
export function inkWay(svg: SVGSVGElement, layout: WayLayout, story: Story, place: number): void {
  const step = stepsOf(story)[place] ?? { kind: 'all' };
  for (const part of svg.querySelectorAll<SVGElement>('[data-place]')) {
    const own = Number(part.dataset['place']);
    part.classList.toggle('ahead', step.kind !== 'all' && own > place);
    part.classList.toggle('now', own === place);
  }
  const here = step.kind === 'at' ? story.journeys[step.journey]?.legs[step.leg]?.to : undefined;
  for (const node of svg.querySelectorAll<SVGElement>('[data-node]')) {
    node.classList.toggle('now', node.dataset['node'] === here);
  }
  const at = tokenAt(layout, story, step);
  for (const token of svg.querySelectorAll<SVGElement>('.token')) {
    const isHere = step.kind !== 'all' && Number(token.dataset['journey']) === step.journey;
    if (isHere && at !== null) moveToken(token, at);
    token.classList.toggle('here', isHere);
  }
}

/** A packet that is seen already slides; one that appears is there at once. */
function moveToken(token: SVGElement, to: Point): void {
  const appears = !token.classList.contains('here');
  if (appears) token.style.transition = 'none';
  token.style.transform = shift(to);
  if (!appears) return;
  // The browser must have laid it out there before it may slide again.
  token.getBoundingClientRect();
  token.style.transition = '';
}

const shift = ([x, y]: Point): string => `translate(${px(x)}px, ${px(y)}px)`;
