import type { Value } from '../ast.ts';
import { pollEvents, type Descriptor } from './descriptors.ts';
import { tell } from './opening.ts';
import { asking, done, failed, type Answer, type Begun, type World } from './process-types.ts';
import { getOption, optionOfCall, setOption } from './socket-options.ts';
import { fieldOf, numberAt, wordsAt, type PlacedCall } from './values.ts';

/** `getsockopt`; asking for `SO_ERROR` takes the error away. */
export function getsockopt({ live, defaults }: World, line: PlacedCall, one: Descriptor): Answer {
  const { name } = optionOfCall(line);
  if (name === 'SO_ERROR') {
    const errno = one.conn === null ? null : live.takeError(one.conn);
    return { result: 0, errno: null, out: errno ?? 0 };
  }
  const tcb = one.conn === null ? null : live.tcb(one.conn);
  return { result: 0, errno: null, out: getOption(one.options, name, tcb, defaults) };
}

/** `setsockopt`: kept for the descriptor, and told to TCP where it concerns it. */
export function setsockopt(world: World, line: PlacedCall, one: Descriptor): Answer {
  const settings = setOption(one.options, line);
  // A keep-alive that runs counts from its old times until it is stopped.
  if (settings?.keepAlive) tell(world, one, { type: 'SET', settings: { keepAlive: null } });
  if (settings !== null) tell(world, one, { type: 'SET', settings });
  return done(0);
}

/** `fcntl(F_GETFL)` and `fcntl(F_SETFL)`: does the descriptor block? */
export function fcntl({ nonBlockFlag }: World, line: PlacedCall, one: Descriptor): Answer {
  const [command] = wordsAt(line, 1);
  if (command === 'F_GETFL') return done(2 + (one.nonBlocking ? nonBlockFlag : 0));
  one.nonBlocking = wordsAt(line, 2).includes('O_NONBLOCK');
  return done(0);
}

/** `ioctl`: octets to be read, or sent and not acknowledged. */
export function ioctl({ live }: World, line: PlacedCall, one: Descriptor): Answer {
  const [request] = wordsAt(line, 1);
  const tcb = one.conn === null ? null : live.tcb(one.conn);
  if (one.listens || tcb === null) return failed('EINVAL');
  if (request !== 'SIOCOUTQ') return { result: 0, errno: null, out: tcb.in.length };
  const unacked = tcb.rtx.reduce((sum, { data }) => sum + data.length, 0);
  return { result: 0, errno: null, out: tcb.out.length + unacked };
}

/** `poll`: waits for events, or until its time (ms) is over. */
export function poll(world: World, line: PlacedCall): Begun {
  const asked = line.args[0]?.kind === 'list' ? line.args[0].items : [];
  const timeout = numberAt(line, 2, 'the timeout');
  const until = timeout < 0 ? Number.POSITIVE_INFINITY : world.live.now() + timeout;
  return asking(() => {
    const found = asked.map((each) => readyEvents(world, each));
    const count = found.filter((events) => events.length > 0).length;
    if (count === 0 && world.live.now() < until) return 'waits';
    return { result: count, errno: null, out: found.map((each) => each.join('|')).join(', ') };
  });
}

function readyEvents({ table, live }: World, asked: Value): readonly string[] {
  const one = table.get(fieldOf(asked, 'fd') ?? -1);
  if (one === undefined) return ['POLLNVAL'];
  const events = asked.kind === 'fields' ? asked.fields['events'] : undefined;
  const wanted = events?.kind === 'words' ? events.words : [];
  const always = ['POLLERR', 'POLLHUP'];
  return pollEvents(one, live).filter((each) => wanted.includes(each) || always.includes(each));
}
