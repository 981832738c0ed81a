import { expect, it } from 'vitest';
import { arrival, from, IRS, octets, play, THEIRS } from './fixtures.ts';
import { add } from './seq.ts';

const text = (at: number, data: string) =>
  arrival(from({ ack: true }, { seq: add(THEIRS, at), data: octets(data) }));

it('text that waited for the handshake carries the ACK that ends it (MUST-58)', () => {
  const player = play('SYN-SENT');
  player.take({ type: 'SEND', data: octets('hello') });
  const answer = from({ syn: true, ack: true }, { seq: IRS });
  expect(player.take(arrival(answer))).toEqual(['PSH,ACK seq=1 ack=1 len=5']);
  expect(player.rules).toContain('MUST-58');
});

it('what waited behind a gap is taken whole before the one ACK leaves (MUST-59, SHLD-31)', () => {
  const player = play('ESTABLISHED');
  expect(player.take(text(10, 'ccccc'))).toEqual(['ACK seq=1 ack=1']);
  expect(player.take(text(5, 'bbbbb'))).toEqual(['ACK seq=1 ack=1']);
  expect(player.take(text(0, 'aaaaa'))).toEqual(['ACK seq=1 ack=16']);
});
