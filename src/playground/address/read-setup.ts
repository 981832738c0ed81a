import { LIMITS, type Limit } from '../model/limits.ts';
import {
  HOSTS,
  type HostSetup,
  PLAIN_ROAD,
  PLAIN_SETUP,
  REOPENS,
  type RoadSetup,
  type Setup,
  withHost,
  withHosts,
} from '../model/setup.ts';
import { bad, fieldsOf, numberOf } from './fields.ts';
import { PROFILE_NAMES, ROAD_LETTERS, TUNING_LETTERS } from './write.ts';

const ROAD_LIMITS: Readonly<Record<keyof typeof ROAD_LETTERS, Limit>> = {
  ...{ delay: 'delay', routers: 'routers', jitter: 'jitter' },
  ...{ loss: 'share', duplicate: 'share', reorder: 'share', corrupt: 'share' },
};
const TUNING_LIMITS: Readonly<Record<keyof typeof TUNING_LETTERS, Limit>> = {
  ...{ msl: 'msl', rtoInitial: 'rto', rtoMin: 'rto', delayedAck: 'delayedAck' },
};

const keyOf = <K extends string>(letters: Readonly<Record<K, string>>, letter: string) =>
  (Object.keys(letters) as K[]).find((key) => letters[key] === letter);

/** How many hosts there are, and what lies between them. Throws RangeError. */
export function readSettings(part: string): Setup {
  let setup = PLAIN_SETUP;
  if (part === '') return setup;
  for (const field of fieldsOf(part).rest()) {
    const letter = field[0] ?? '';
    const value = field.slice(1);
    const key = keyOf(ROAD_LETTERS, letter);
    if (key !== undefined) {
      const change: Partial<RoadSetup> = { [key]: numberOf(value, ROAD_LIMITS[key]) };
      setup = { ...setup, road: { ...setup.road, ...change } };
    } else if (letter === 'n') {
      if (value !== '1') bad('no NAT');
      setup = { ...setup, road: { ...setup.road, nat: !PLAIN_ROAD.nat } };
    } else if (letter === 'h') setup = withHosts(setup, numberOf(value, 'hosts'));
    else if (letter === 'x') setup = { ...setup, seed: numberOf(value, 'seed') };
    else bad(`no setting: ${field}`);
  }
  return setup;
}

/** The setup with a host as its part of the address has it. Throws RangeError. */
export function readHost(part: string, setup: Setup): Setup {
  const fields = fieldsOf(part);
  const name = fields.host();
  if (HOSTS.indexOf(name) >= setup.hosts.length) bad('a host that is not there');
  const changes = fields.rest().map((field) => changeOf(field[0] ?? '', field.slice(1)));
  return withHost(setup, name, Object.assign({}, ...changes) as Partial<HostSetup>);
}

function changeOf(letter: string, value: string): Partial<HostSetup> {
  const key = keyOf(TUNING_LETTERS, letter);
  if (key !== undefined) return { [key]: numberOf(value, TUNING_LIMITS[key]) };
  switch (letter) {
    case 'p':
      return { profile: PROFILE_NAMES[numberOf(value, 'seq')] ?? bad('no profile') };
    case 'k':
      return { listens: value === '0' ? null : numberOf(value, 'port') };
    case 't':
      return { ttl: numberOf(value, 'ttl') };
    case 'i': {
      const isn = value.split('-').map((n) => numberOf(n, 'seq'));
      return isn.length <= LIMITS.isn[1] ? { isn } : bad('too many numbers');
    }
    case 'z':
      return { rfc1337: value === '1' };
    case 'e':
      return { reopen: REOPENS[numberOf(value, 'seq')] ?? bad('no such choice') };
    default:
      return bad(`no field of a host: ${letter}`);
  }
}
