import { translator } from '#text/text.ts';
import type { Moment } from '../ladder/moment.ts';
import { duration } from '../ladder/time.ts';
import { spacesAt } from './moment.ts';
import type { RingFigure } from './mount.ts';

/** Shows what the TCB of a host holds at the moment at which a ladder's caret stands. */
export function showMoment(figure: RingFigure, host: string, { t: now, trace }: Moment): void {
  const t = translator(figure.data.texts);
  const moment = spacesAt(trace, host, now);
  const at = duration(Math.round(now), t);
  const said = moment
    ? t('ring.follow', { at, host, state: t(`state.${moment.state}`) })
    : t('ring.follow.none', { at, host });
  figure.show(moment?.spaces ?? { snd: null, rcv: null }, said);
}
