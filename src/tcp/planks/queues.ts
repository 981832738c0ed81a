import type { AckAnswer, Config, QueueCounter, Queues, SynAnswer } from '../learner.ts';

/*
 * The two queues of a listener. No RFC speaks of them: they are where an operating system keeps the
 * connections of a listener until the program takes them. The SYN queue holds those in SYN-RECEIVED,
 * the accept queue those whose handshake is complete. Both have the size that the program gave.
 */

const count = (queues: Queues, ...names: QueueCounter[]): Queues => {
  const counters = { ...queues.counters };
  for (const name of names) counters[name] += 1;
  return { ...queues, counters };
};

const isFull = (queue: readonly string[], { backlog }: Queues, config: Config): boolean =>
  queue.length >= backlog + config.backlogExtra;

/** Overload is met with silence: a caller whose SYN is lost calls again, one that is reset does not. */
export function onSyn(
  queues: Queues,
  conn: string,
  config: Config,
): { queues: Queues; answer: SynAnswer } {
  let now = queues;
  let answer: SynAnswer = 'take';

  // First the SYN queue: without a place in it there can be a cookie, or nothing.
  if (config.synCookies === 'always' || isFull(queues.syn, queues, config)) {
    if (config.synCookies === 'never') {
      return { queues: count(queues, 'TCPReqQFullDrop', 'ListenDrops'), answer: 'drop' };
    }
    now = count(queues, 'TCPReqQFullDoCookies');
    answer = 'cookie';
  }

  // Then the accept queue: who could not come in at the end is not let in at the beginning.
  if (isFull(queues.accept, queues, config)) {
    return { queues: count(now, 'ListenOverflows', 'ListenDrops'), answer: 'drop' };
  }
  if (answer === 'take') now = { ...now, syn: [...now.syn, conn] };
  return { queues: now, answer };
}

/** The peer believes itself connected by now; without room its ACK counts as lost. */
export function onAck(
  queues: Queues,
  conn: string,
  config: Config,
): { queues: Queues; answer: AckAnswer } {
  if (isFull(queues.accept, queues, config)) {
    const full = count(queues, 'ListenOverflows', 'ListenDrops');
    if (!config.abortOnOverflow) return { queues: full, answer: 'ignore' };
    return { queues: { ...full, syn: without(full.syn, conn) }, answer: 'reset' };
  }
  const accept = [...queues.accept, conn];
  return { queues: { ...queues, syn: without(queues.syn, conn), accept }, answer: 'establish' };
}

const without = (queue: readonly string[], conn: string): readonly string[] =>
  queue.filter((name) => name !== conn);

/** Who came first is served first. */
export function accept(queues: Queues): { queues: Queues; conn: string | null } {
  const [conn, ...rest] = queues.accept;
  if (conn === undefined) return { queues, conn: null };
  return { queues: { ...queues, accept: rest }, conn };
}
