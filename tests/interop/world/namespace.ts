import { execFileSync, spawn } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { KERNEL, KERNEL_V6, NETWORK_BITS, NETWORK_BITS_V6 } from './addresses.ts';
import { INSIDE, OUTSIDE, SOCKET_BUFFER } from './link.ts';

/** The TUN device. */
export const DEVICE = 'oracle';

/** Does this kernel speak IPv6? */
export const HAS_IPV6 = existsSync('/proc/sys/net/ipv6');

/** Settings of the kernel's IPv4 and TCP, by their names under net.ipv4. */
export type Sysctls = Readonly<Record<string, string | number>>;

/**
 * What every scenario starts from: Linux's defaults, except that it answers each bad segment (else one
 * in 500 ms) and sends each ICMP message, so that no scenario waits for another, and that it sends
 * nothing again before 2 s have passed.
 */
export const USUAL: Sysctls = {
  tcp_timestamps: 1,
  tcp_window_scaling: 1,
  tcp_sack: 1,
  tcp_syncookies: 1,
  tcp_tw_reuse: 1,
  tcp_invalid_ratelimit: 0,
  icmp_ratelimit: 0,
  ip_forward: 1,
  tcp_early_demux: 1,
  tcp_fin_timeout: 60,
  tcp_rto_min_us: 2_000_000,
};

/** Settings that only younger kernels have: without them a run is right, but minds a busy machine. */
const YOUNG: ReadonlySet<string> = new Set(['tcp_rto_min_us']);

/** Changes settings of the kernel, in this network namespace only. */
export function setSysctls(values: Sysctls): void {
  for (const [name, value] of Object.entries(values)) {
    const path = `/proc/sys/net/ipv4/${name}`;
    if (existsSync(path) || !YOUNG.has(name)) writeFileSync(path, `${value}`);
  }
}

/** Runs `ip` and gives what it prints. */
export function ip(...args: string[]): string {
  return execFileSync('ip', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}

/**
 * Makes the network of this namespace: the loopback, and the TUN device behind which the engines
 * live. Throws if this is not a namespace of our own. socat ends with the namespace.
 */
export async function buildNetwork(): Promise<void> {
  const links = ip('-o', 'link').trim().split('\n');
  if (links.some((line) => !/^\d+: (lo|sit0|tunl0|ip6tnl0|gre0|gretap0|erspan0)[:@]/.test(line))) {
    throw new Error('this network namespace has devices: it is not one that was made for the run');
  }
  ip('link', 'set', 'lo', 'up');
  const buffers = `rcvbuf=${SOCKET_BUFFER},sndbuf=${SOCKET_BUFFER}`;
  spawn(
    'socat',
    [
      `TUN:${KERNEL}/${NETWORK_BITS},up,iff-no-pi,tun-name=${DEVICE}`,
      `UDP4-DATAGRAM:${OUTSIDE.address}:${OUTSIDE.port},bind=${INSIDE.address}:${INSIDE.port},${buffers}`,
    ],
    { stdio: ['ignore', 'inherit', 'inherit'] },
  );
  await until(() => existsSync(`/sys/class/net/${DEVICE}`) || ip('-o', 'link').includes(DEVICE));
  ip('link', 'set', DEVICE, 'txqueuelen', '2000');
  await until(() => ip('-o', 'addr', 'show', DEVICE).includes(KERNEL));
  if (HAS_IPV6) ip('addr', 'add', `${KERNEL_V6}/${NETWORK_BITS_V6}`, 'dev', DEVICE, 'nodad');
  setSysctls(USUAL);
}

async function until(isSo: () => boolean): Promise<void> {
  const end = Date.now() + 5_000;
  while (!isSo()) {
    if (Date.now() > end) throw new Error(`socat did not make the device ${DEVICE} within 5 s`);
    await sleep(10);
  }
}
