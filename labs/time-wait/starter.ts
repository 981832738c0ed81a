import { lt, type Config, type Handler, type Segment, type StateSteps, type Tcb } from 'tcp';

/**
 * A segment has arrived in TIME-WAIT (RFC 9293 §3.10.7.4). The first check has
 * answered what lies outside the window, but for two that it lets through: the
 * peer's FIN, come again, and a SYN that `mayReopen` welcomes.
 *
 * `act.config` says how this host is set: `msl` in ms, `resetInTimeWait`, `reopen`.
 */
export const timeWait: StateSteps & { timeout: Handler<'TIMEOUT'> } = {
  // Second check: asked for a reset whose number is RCV.NXT.
  rst(tcb, seg, act) {
    // act.config.resetInTimeWait is 'delete' (RFC 9293) or 'ignore' (RFC 1337).
    return 'stop';
  },

  // Fourth check: asked for a segment with SYN.
  syn(tcb, seg, act) {
    // If somebody listens here (act.listening), and the SYN may reopen the
    // connection: act.reopen(seg, above) goes back to LISTEN, which takes the SYN.
    // The new initial sequence number will be after `above`. Which number is that?
    // Else a challenge ACK.
    return 'stop';
  },

  // Fifth check: asked for a segment with ACK.
  ack(tcb, seg, act) {
    // The peer's FIN, come again: acknowledge it, and start the wait anew.
    // act.arm('TIME-WAIT', ms) starts a timer, or starts it anew.
    // And everything else?
    return 'stop';
  },

  // Seventh and eighth check: only asked if the fifth says 'continue'.
  text: () => 'continue',
  fin: () => 'stop',

  // The timer has expired.
  timeout(tcb, event, act) {},
};

/**
 * May this SYN open a new connection in the place of the old one?
 * `config.reopen` is 'never', 'sequence' (MAY-2) or 'RFC 6191' (SHLD-4).
 */
export function mayReopen(tcb: Readonly<Tcb>, seg: Segment, config: Config): boolean {
  // 'never': no SYN does. A SYN with an ACK is no call at all.
  // 'sequence': SEG.SEQ must come after all that the old connection took.
  // 'RFC 6191': the timestamp decides, seg.options.ts?.val against
  // tcb.rcv.tsRecent. If both are the same, or the SYN has none, the sequence
  // number decides. If only the old connection had none, it is welcome.
  return false;
}
