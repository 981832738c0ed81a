import { describeLadder } from '#figures/ladder/describe.ts';
import { geometrySvg } from '#figures/ladder/geometry-svg.ts';
import { layoutLadder } from '#figures/ladder/layout.ts';
import { listHtml, listLadder } from '#figures/ladder/list.ts';
import { translator, type Messages } from '#text/text.ts';
import { labTitle } from '../../ship/titles.ts';
import { playedWords } from '../../ship/words.ts';
import type { Sailed } from '../sail.ts';

interface Options {
  readonly messages: Messages;
  /** How wide the drawing is, px. */
  readonly width: number;
  /** Ids in the drawing begin with it. */
  readonly id: string;
}

/** A voyage as a drawing, as a list (both HTML), and what there is to say of it. */
export function drawn({ n, mine, played }: Sailed, { messages, width, id }: Options) {
  const t = translator(messages);
  const { trace, differs } = played;
  const at = differs?.n ?? null;
  const marks = differs === null || at === null ? [] : [{ host: differs.host, n: at }];
  const geometry = layoutLadder(trace, { width, t, marks, mine });
  return {
    words: playedWords(played, t, labTitle),
    svg: geometrySvg(geometry, {
      ...{ t, idPrefix: id, title: t('trial.chart', { n }) },
      description: describeLadder(trace, t),
    }),
    list: listHtml(listLadder(trace, t)),
  };
}
