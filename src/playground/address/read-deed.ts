import type { Forgery } from '#scenario/scenario.ts';
import { type Deed, OLD_FLAGS, type TimedDeed } from '../model/deed.ts';
import { bad, type Fields, numberOf, textOf } from './fields.ts';
import { DEED_LETTERS, flagsOfNumber } from './write.ts';

const KINDS = new Map(
  Object.entries(DEED_LETTERS).map(([name, letter]) => [letter, name as Deed['do']]),
);

/** A deed of an address. Throws RangeError. */
export function readDeed(fields: Fields): TimedDeed {
  const at = fields.number('time');
  const letter = fields.next();
  const kind = KINDS.get(letter) ?? bad(`no deed: ${letter}`);
  const deed = deedOf(kind, fields);
  fields.end();
  return { at, deed };
}

function deedOf(kind: Deed['do'], fields: Fields): Deed {
  switch (kind) {
    case 'listen':
      return { do: kind, host: fields.host(), port: fields.number('port') };
    case 'open': {
      const [host, to] = [fields.host(), fields.host()];
      return { do: kind, host, to, port: fields.number('port'), from: fields.number('port') };
    }
    case 'send':
      return { do: kind, host: fields.host(), conn: fields.conn(), text: fields.text() };
    case 'receive':
      return { do: kind, host: fields.host(), conn: fields.conn(), max: fields.number('receive') };
    case 'close':
    case 'leave':
    case 'abort':
      return { do: kind, host: fields.host(), conn: fields.conn() };
    case 'crash':
      return { do: kind, host: fields.host() };
    case 'drop':
      return { do: kind, segment: fields.segment() };
    case 'delay':
    case 'duplicate':
      return { do: kind, segment: fields.segment(), by: fields.number('hold') };
    case 'swap':
      return { do: kind, segment: fields.segment(), with: fields.segment() };
    case 'edit':
      return { do: kind, segment: fields.segment(), forgery: forgeryOf(fields.rest()) };
    case 'old':
      return oldOf(fields);
    case 'cut':
    case 'mend':
      return { do: kind, between: [fields.next(), fields.next()] };
  }
}

function oldOf(fields: Fields): Deed {
  const [from, to] = [fields.host(), fields.host()];
  const [fromPort, toPort] = [fields.number('port'), fields.number('port')];
  const flags = OLD_FLAGS[fields.number('seq')] ?? bad('no control bits');
  const [seq, ack] = [fields.number('seq'), fields.number('seq')];
  return { do: 'old', from, to, fromPort, toPort, flags, seq, ack };
}

function forgeryOf(fields: readonly string[]): Forgery {
  if (fields.length === 0) bad('nothing is forged');
  const all = fields.map((field): Forgery => {
    const value = field.slice(1);
    switch (field[0]) {
      case 's':
        return { seq: numberOf(value, 'seq') };
      case 'a':
        return { ack: numberOf(value, 'seq') };
      case 'w':
        return { wnd: numberOf(value, 'window') };
      case 'f':
        return { flags: flagsOfNumber(numberOf(value, 'window')) };
      case 't':
        return { text: value === '' ? '' : textOf(value) };
      default:
        return bad(`no field of a segment: ${field}`);
    }
  });
  return Object.assign({}, ...all) as Forgery;
}
