import { replay, type HostEntry, type HostRun, type Input } from '#network/replay.ts';
import { distance, reference, type Segment } from '#tcp';
import { ISN_STEP, isnsFrom, numbersFrom, type Origin } from './numbers.ts';
import { parsePkt } from './parse.ts';
import { FIGURE_6, pktToRun } from './run.ts';
import { settingsText } from './settings.ts';
import { createSockets } from './sockets.ts';
import { createCallWriter } from './write-calls.ts';
import { packetText, timeText } from './write-line.ts';

/**
 * A run as a packetdrill script, in the scripts' own numbers: what happens to the host, and, as what
 * is expected of it, what the reference does. Read again, it is the same run: the numbers that it
 * begins with and the settings of its host stand in its header, unless they are the usual ones.
 * `header` are further lines of it: `{ rfc: '3.10.7.2, third' }`.
 * @throws RangeError if no script can say what happens in the run
 */
export function runToPkt(run: HostRun, header: Readonly<Record<string, string>> = {}): string {
  let reason: unknown = new RangeError('no script reads back as this run');
  for (const origin of originsOf(run)) {
    try {
      const pkt = write(run, origin, header);
      if (sameInputs(pktToRun(parsePkt(pkt), { config: run.config }).run, run)) return pkt;
    } catch (error) {
      reason = error;
    }
  }
  throw reason;
}

/** Where the numbers of the script may begin: so that its first SYN has the number 0, if that will do. */
function originsOf({ isn, inputs }: HostRun): readonly Origin[] {
  const ours = isn[0] ?? FIGURE_6.ours;
  const syn = inputs.find((each) => each.kind === 'segment' && each.seg.ctl.syn);
  const first = syn?.kind === 'segment' ? [syn.seg.seq] : [];
  const step = distance(ours, isn[1] ?? ours);
  const apart = step === ISN_STEP || isn.length < 2 ? {} : { step };
  return [...new Set([...first, FIGURE_6.peer, ours])].map((peer) => ({ ours, peer, ...apart }));
}

function write(run: HostRun, origin: Origin, header: Readonly<Record<string, string>>): string {
  const lines: string[] = [];
  const script = createScript(run, origin, (text) => lines.push(text));
  const { entries } = replay(reference, run, undefined, { diffs: false });
  let done = 0;
  for (const entry of entries) {
    // Inputs that no connection took have no entry.
    const reached = 'input' in entry.cause ? entry.cause.input : done - 1;
    for (; done < reached; done++) script.input(run.inputs[done], null);
    if ('input' in entry.cause) script.input(run.inputs[done++], entry);
    script.did(entry);
  }
  for (; done < run.inputs.length; done++) script.input(run.inputs[done], null);
  script.end(run.until, entries.at(-1)?.after ?? 'CLOSED');

  const { ours, peer, step } = origin;
  const isUsual = ours === FIGURE_6.ours && peer === FIGURE_6.peer && step === undefined;
  const isn = `${ours}, peer ${peer}${step === undefined ? '' : `, step ${step}`}`;
  const config = settingsText(run.config);
  const all = {
    ...header,
    ...(config === '' ? {} : { config }),
    ...(isUsual ? {} : { isn }),
  };
  const heads = Object.entries(all).map(([name, text]) => `// ${name}: ${text}\n`);
  return `${heads.join('')}${lines.join('\n')}\n`;
}

/** Writes a script line by line. */
function createScript({ inputs }: HostRun, origin: Origin, put: (line: string) => void) {
  const sockets = createSockets();
  const calls = createCallWriter(sockets);
  // As many as the reader will have at least; it needs one for each connection.
  const numbers = numbersFrom(origin, isnsFrom(origin, inputs.length + 1));
  const ports = new Set(
    inputs.flatMap((each) => (each.kind === 'segment' ? [each.seg.src.port] : [])),
  );
  let clock = Number.NEGATIVE_INFINITY;

  const at = (ms: number, text: string) => {
    put(`${ms === clock ? '+0' : timeText(ms)} ${text}`);
    clock = ms;
  };
  const pair = ({ src, dst }: Segment, usual: { src: number; dst: number }): string =>
    src.port === usual.src && dst.port === usual.dst ? '' : `${src.port} > ${dst.port} `;

  const arrive = (ms: number, seg: Segment) => {
    const { ctl, src } = seg;
    const usual = { src: sockets.peerPort(), dst: sockets.localPort() };
    const base = ctl.syn ? origin.peer : numbers.bases(src.port).peer;
    const seq = (seg.seq - base) >>> 0;
    const { ack: ours } = numbers.inbound(src.port, ctl, seq, 0);
    // Without the ACK bit a number may stand there all the same, and means nothing.
    const ack = ctl.ack || seg.ack !== 0 ? (seg.ack - ours) >>> 0 : null;
    at(ms, `< ${pair(seg, usual)}${packetText(seg, { seq, ack })}`);
    sockets.heard(src.port, ctl);
  };

  const send = (ms: number, seg: Segment) => {
    const { port } = seg.dst;
    const usual = { src: sockets.localPort(), dst: sockets.peerPort() };
    numbers.outbound(port, seg.ctl, 0, null);
    const shown = numbers.shown(port, seg.ctl, seg);
    const ack = seg.ctl.ack ? shown.ack : null;
    at(ms, `> ${pair(seg, usual)}${packetText(seg, { seq: shown.seq, ack })}`);
  };

  return {
    input(input: Input | undefined, entry: HostEntry | null) {
      if (input === undefined) return;
      if (input.kind === 'segment') return arrive(input.at, input.seg);
      if (input.kind !== 'call') throw new RangeError(`no line of a script is a ${input.kind}`);
      const octets = (entry?.effects ?? []).map((each) =>
        each.type === 'deliver' ? each.data.length : 0,
      );
      const delivered = octets.reduce((sum, n) => sum + n, 0);
      for (const line of calls.linesOf(input.conn, input.call, delivered)) at(input.at, line);
    },

    /** What the reference did at an event: what it sent, and the state if it is another. */
    did({ t, before, after, effects, event }: HostEntry) {
      for (const each of effects) if (each.type === 'send') send(t, each.seg);
      const arrived = event.type === 'SEGMENT-ARRIVES' ? event.seg : null;
      if (before === after || arrived === null) return;
      const of = ports.size > 1 ? `(${arrived.src.port})` : '';
      at(t, `%{ assert state${of} == "${after}" }%`);
    },

    /** The world ends with the last line. */
    end(until: number, state: string) {
      if (until > clock) at(until, `%{ assert state == "${state}" }%`);
    },
  };
}

/** Does the same happen to the host? Only numbers that nobody draws may be missing from the lists. */
function sameInputs(read: HostRun, run: HostRun): boolean {
  const most = Math.min(read.isn.length, run.isn.length);
  const isn = (list: HostRun) => list.isn.slice(0, most).join();
  const text = (of: HostRun) => JSON.stringify([of.inputs, of.until]);
  return isn(read) === isn(run) && text(read) === text(run);
}
