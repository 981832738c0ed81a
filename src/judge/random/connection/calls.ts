import type { Call } from '#tcp';
import { octets } from '#scenario/packetdrill/octets.ts';
import { at } from '../flat.ts';
import type { Odd } from './odd.ts';
import { MUCH, READ, WRITTEN } from './tables.ts';

/** A call of the user's, by the name of its system call. */
export type Called = 'write' | 'write much' | 'read' | 'shutdown' | 'close' | 'abort';

/** The call, as a script has it. `written`: how much the user has written on this connection before. */
export function callOf(kind: Called, { length }: Odd, written: number): Call {
  switch (kind) {
    case 'write':
      return { type: 'SEND', data: octets(written, at(WRITTEN, length)), push: true };
    case 'write much':
      return { type: 'SEND', data: octets(written, MUCH), push: true };
    case 'read':
      return { type: 'RECEIVE', max: at(READ, length) };
    case 'shutdown':
      return { type: 'CLOSE' };
    case 'close':
      return { type: 'CLOSE', halfDuplex: true };
    case 'abort':
      return { type: 'ABORT' };
  }
}
