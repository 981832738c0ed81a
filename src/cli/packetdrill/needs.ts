import type { Line, Script } from '#scenario/packetdrill/ast.ts';
import { Skip } from '#scenario/packetdrill/live/skip.ts';
import { optionOfCall } from '#scenario/packetdrill/live/socket-options.ts';
import { codeNeeds } from '#scenario/packetdrill/live/tcp-info.ts';
import { READS, transferNeeds, WRITES } from '#scenario/packetdrill/live/transfers.ts';
import { wordsAt } from '#scenario/packetdrill/live/values.ts';

/** Calls that can be played. */
const PLAYED = [
  'socket',
  'bind',
  'listen',
  'accept',
  'accept4',
  'connect',
  'close',
  'shutdown',
  'poll',
  'setsockopt',
  'getsockopt',
  'fcntl',
  'ioctl',
  ...READS,
  ...WRITES,
];

/**
 * Looks through a script before it is played: notes for what changes nothing here.
 * @throws Skip at the first line that wants what this TCP does not have
 */
export function lookThrough({ lines }: Script): readonly string[] {
  return lines.flatMap((line) => {
    const { needs, note } = wantsOf(line);
    if (needs !== null) throw new Skip(line.place, `it needs ${needs}`);
    return note === null ? [] : [note];
  });
}

interface Wants {
  readonly needs: string | null;
  readonly note: string | null;
}

function wantsOf(line: Line): Wants {
  switch (line.kind) {
    case 'packet':
      return { needs: line.needs[0] ?? null, note: null };
    case 'icmp': {
      const needs = line.direction === 'out' ? 'ICMP messages of the host’s own' : null;
      return { needs, note: null };
    }
    case 'code':
      return { needs: codeNeeds(line.code), note: null };
    case 'call':
      return wantsOfCall(line);
    default:
      return { needs: null, note: null };
  }
}

function wantsOfCall(line: Line & { readonly kind: 'call' }): Wants {
  if (!PLAYED.includes(line.name)) return { needs: `the call ${line.name}()`, note: null };
  if (READS.includes(line.name) || WRITES.includes(line.name)) {
    return { needs: transferNeeds(line), note: null };
  }
  if (line.name.endsWith('sockopt')) return optionOfCall(line);
  if (line.name === 'socket') {
    const words = [...wordsAt(line, 1), ...wordsAt(line, 2)];
    const strange = words.find((word) =>
      /^(SOCK_DGRAM|SOCK_RAW|SOCK_SEQPACKET)$|^IPPROTO_(?!TCP|IP$)/.test(word),
    );
    return {
      needs: strange === undefined ? null : `sockets other than TCP’s (${strange})`,
      note: null,
    };
  }
  if (line.name === 'fcntl' && !/^F_[GS]ETFL$/.test(wordsAt(line, 1)[0] ?? '')) {
    return { needs: `fcntl() with ${wordsAt(line, 1)[0] ?? 'a number'}`, note: null };
  }
  if (line.name === 'ioctl' && !/^(SIOCINQ|FIONREAD|SIOCOUTQ)$/.test(wordsAt(line, 1)[0] ?? '')) {
    return { needs: `ioctl() with ${wordsAt(line, 1)[0] ?? 'a number'}`, note: null };
  }
  return { needs: null, note: null };
}
