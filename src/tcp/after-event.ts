import { NOTHING } from './draft.ts';
import type { Effect } from './effect.ts';
import type { Act } from './engine.ts';
import { persistTimer } from './persist.ts';
import { NO_MORE_TEXT, serveReceives } from './receive.ts';
import { atWork } from './running.ts';
import type { Tcb } from './tcb.ts';
import { userTimer } from './user-timeout.ts';

/** What every event ends with: waiting RECEIVEs are served, and timers follow the connection's state. */
export function afterEvent(tcb: Tcb, before: Readonly<Tcb>, act: Act, effects: Effect[]): void {
  if (tcb.state === 'CLOSED') return;
  if (tcb.snd.wnd > tcb.snd.maxWnd) tcb.snd.maxWnd = tcb.snd.wnd;
  serveReceives(tcb, act, effects);
  if (tcb.receives.length > 0 && NO_MORE_TEXT.has(tcb.state)) tcb.receives = NOTHING;
  persistTimer(tcb, act);
  userTimer(tcb, act, tcb.snd.una !== before.snd.una);
  atWork().functions.keepAliveTimer(tcb, act);
  finWait2Timer(tcb, act);
}

/** A FIN-WAIT-2 whose user is gone would last for ever if the peer is; systems end it after a while. */
function finWait2Timer(tcb: Tcb, act: Act): void {
  const { finWait2 } = act.config;
  const wanted = tcb.state === 'FIN-WAIT-2' && tcb.readerGone && finWait2 !== null;
  const runs = tcb.timers['FIN-WAIT-2'] !== undefined;
  if (wanted && !runs) act.arm('FIN-WAIT-2', finWait2, 'impl/FIN-WAIT-2');
  if (!wanted && runs) act.disarm('FIN-WAIT-2', 'impl/FIN-WAIT-2');
}
