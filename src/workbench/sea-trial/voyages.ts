import { seededRandom, type Random } from '#network/random.ts';
import type { HostLine, Scenario, ScriptLine } from '#scenario/scenario.ts';
import { VOYAGES } from './length.ts';

/** A connection from its first segment to its last, over a road that loses some. */
export interface Voyage {
  /** From 1: the nth voyage is the same for everybody, on every day. */
  readonly n: number;
  readonly scenario: Scenario;
  /** The end that the learner's TCP plays: calls and is called in turn. */
  readonly mine: 'A' | 'B';
  /** What each end's user sends. */
  readonly sent: Readonly<Record<'A' | 'B', string>>;
}

const PORT = 8001;
const FROM = 40_001;
/** They talk once a handshake has come to its end that lost four segments one after the other, ms. */
const TALK = 20_000;
/** Both have said what they have to say after this, ms. */
const LONG = 1_500;
/** A voyage is over: TIME-WAIT lasts four minutes of it, ms. */
const OVER = 600_000;
/** Both read so often, this far apart (ms): what comes later is given to a read that waits. */
const READS = 5;
const READ = 1_000;
/** The worst road loses this share. */
const WORST = 0.25;

const WORDS = ['keel', 'stem', 'sternpost', 'garboard', 'wale', 'futtock', 'bilge', 'strake'];

/**
 * The nth voyage, from 1. The first goes over a calm road, later ones lose up to a quarter of all
 * segments; every third begins close to where sequence numbers wrap. Who calls, who closes first
 * and what is said follow from the number too.
 */
export function voyage(n: number): Voyage {
  const random = seededRandom(n);
  const isn = () => (n % 3 === 0 ? 2 ** 32 - 1 - whole(random, 40) : whole(random, 2 ** 32));
  const talk = { A: speech(random, 'A'), B: speech(random, 'B') };
  const [first, second] = n % 4 < 2 ? (['A', 'B'] as const) : (['B', 'A'] as const);
  const closing = TALK + LONG + whole(random, 500);
  // One closes as soon as it may, now and then both do so in the same instant.
  const gap = n % 5 === 0 ? 0 : 200 + whole(random, 1_500);
  const lines: readonly ScriptLine[] = [
    { at: 0, host: 'A', do: 'connect', to: `B:${PORT}`, from: FROM },
    // On every seventh voyage both call, and nobody waits.
    n % 7 === 0
      ? { at: 0, host: 'B', do: 'connect', to: `A:${FROM}`, from: PORT }
      : { at: -1, host: 'B', do: 'listen', port: PORT },
    ...talk.A,
    ...talk.B,
    { at: closing, host: first, do: 'close' },
    { at: closing + gap, host: second, do: 'close' },
    ...reads('A'),
    ...reads('B'),
  ];
  return {
    n,
    mine: n % 2 === 0 ? 'B' : 'A',
    sent: { A: said(talk.A), B: said(talk.B) },
    scenario: {
      id: `voyage-${n}`,
      hosts: [
        { name: 'A', title: 'client', address: '10.77.0.1', isn: [isn()] },
        { name: 'B', title: 'server', address: '10.77.0.2', isn: [isn()] },
      ],
      delay: 20 + whole(random, 60),
      loss: WORST * Math.min(1, (n - 1) / (VOYAGES / 2)),
      seed: n,
      script: [...lines].sort((a, b) => a.at - b.at),
      until: OVER,
    },
  };
}

const whole = (random: Random, below: number) => Math.floor(random() * below);

/** One to four sentences, each sent by itself. The server waits for its connection. */
function speech(random: Random, host: 'A' | 'B'): readonly HostLine[] {
  return Array.from({ length: 1 + whole(random, 4) }, (_, i) => {
    const words = Array.from({ length: 1 + whole(random, 3) }, () => WORDS[whole(random, 8)]);
    const at = TALK + i * 300 + whole(random, 200);
    return { at, host, do: 'send', text: `${words.join(' ')}. ` };
  });
}

function said(lines: readonly HostLine[]): string {
  return lines.map((line) => (line.do === 'send' ? line.text : '')).join('');
}

function reads(host: string): readonly HostLine[] {
  return Array.from({ length: READS }, (_, i) => {
    return { at: TALK + (i + 1) * READ, host, do: 'receive', max: 65_535 };
  });
}
