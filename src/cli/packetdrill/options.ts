import { PktError, type Script, type ScriptOption } from '#scenario/packetdrill/ast.ts';

/** What the lines `--name=value` above a script say. */
export interface ScriptOptions {
  readonly version: 4 | 6;
  /** ms; `null`: not said. */
  readonly tolerance: number | null;
  readonly percent: number | null;
  /** ms per tick of the timestamp clock; `null`: values are not compared. */
  readonly tick: number | null;
  /** What the link’s MTU leaves for text; `null`: not said. */
  readonly mss: number | null;
  /** Must every segment come as it is written? */
  readonly strict: boolean;
  /** Options that change nothing here, and why. */
  readonly notes: readonly string[];
}

const IDLE: Readonly<Record<string, string>> = {
  define: 'it was read with the script',
  send_omit_free: 'nothing is ever freed by hand',
  local_ip: 'addresses do not matter to this TCP',
  remote_ip: 'addresses do not matter to this TCP',
  gateway_ip: 'addresses do not matter to this TCP',
  netmask_ip: 'addresses do not matter to this TCP',
  is_anyip: 'addresses do not matter to this TCP',
  speed: 'there is no interface',
  code_command: 'code is read here, not run',
  code_format: 'code is read here, not run',
  code_sockopt: 'code is read here, not run',
  verbose: 'there is nothing more to tell',
  debug: 'there is nothing more to tell',
  dry_run: 'scripts are always played',
  wire_client: 'there is no wire',
  wire_server: 'there is no wire',
  udp_encapsulation: 'there is nothing below TCP',
  tcp_ts_ecr_scaled: 'echoes are those of the script’s clock',
  mss: 'bursts may come in pieces of any size',
  tcp_md5_secret: 'only scripts that ask for MD5 signatures need it',
  non_fatal: 'every mistake counts here',
  init_scripts: 'hosts begin as their profile says',
  bind_port: 'lines that name no ports mean the same ones on both sides',
  connect_port: 'lines that name no ports mean the same ones on both sides',
  wire_client_dev: 'there is no wire',
  wire_server_dev: 'there is no wire',
  wire_server_ip: 'there is no wire',
  wire_server_port: 'there is no wire',
  wire_server_at: 'there is no wire',
  persistent_tun_dev: 'there is no interface',
  tun_dev: 'there is no interface',
};

/**
 * Reads a script's options.
 * @throws PktError on an option that packetdrill does not have, or a value that makes no sense
 */
export function optionsOf({ options }: Script): ScriptOptions {
  const value = (name: string) => options.findLast((each) => each.name === name);
  const mtu = number(value('mtu'), 68);
  const version = value('ip_version')?.value === 'ipv6' ? 6 : 4;
  const tick = number(value('tcp_ts_tick_usecs'), 0);
  const micros = number(value('tolerance_usecs'), 0);
  const notes = options.flatMap((option) => {
    const why = IDLE[option.name];
    if (why === undefined) check(option);
    return why === undefined || option.name === 'define' ? [] : [`--${option.name}: ${why}`];
  });
  return {
    version,
    tolerance: micros === null ? null : micros / 1_000,
    percent: number(value('tolerance_percent'), 0),
    tick: tick === null || tick === 0 ? null : tick / 1_000,
    mss: mtu === null ? null : mtu - (version === 6 ? 60 : 40),
    strict: value('strict_segments') !== undefined,
    notes,
  };
}

const USED = [
  'ip_version',
  'tolerance_usecs',
  'tolerance_percent',
  'tcp_ts_tick_usecs',
  'mtu',
  'strict_segments',
];

function check({ name, value, place }: ScriptOption): void {
  if (!USED.includes(name)) {
    throw new PktError(place, `there is no option --${name} that could be followed here`);
  }
  if (name === 'ip_version' && !['ipv4', 'ipv6', 'ipv4-mapped-ipv6'].includes(value ?? '')) {
    throw new PktError(
      place,
      `--ip_version is ipv4, ipv6 or ipv4-mapped-ipv6, not ${value ?? 'nothing'}`,
    );
  }
}

function number(option: ScriptOption | undefined, least: number): number | null {
  if (option === undefined) return null;
  const value = Number(option.value);
  if (option.value !== null && option.value !== '' && Number.isFinite(value) && value >= least) {
    return value;
  }
  throw new PktError(option.place, `--${option.name} needs a number from ${least} on`);
}
