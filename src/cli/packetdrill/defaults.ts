import type { Config } from '#tcp';
import type { Command } from './commands.ts';

/*
 * What `defaults.sh` of Google's and Linux's suites sets, as far as it concerns this TCP: receive
 * buffers of up to 15 MiB (which Linux answers with a window scale of 8), five retries of a SYN,
 * timestamps and SACK on.
 */
export const LINUX_DEFAULTS: readonly (Command & { readonly kind: 'sysctl' })[] = [
  { kind: 'sysctl', name: 'net.ipv4.tcp_rmem', value: '4096 540000 15728640' },
  { kind: 'sysctl', name: 'net.ipv4.tcp_timestamps', value: '1' },
  { kind: 'sysctl', name: 'net.ipv4.tcp_syn_retries', value: '5' },
  { kind: 'sysctl', name: 'net.ipv4.tcp_synack_retries', value: '5' },
  { kind: 'sysctl', name: 'net.ipv4.tcp_sack', value: '1' },
];

/** `defaults.sh` presupposes Linux: options that another profile leaves off are on there. */
export const LINUX_OPTIONS: Partial<Config> = { windowScale: 7, timestamps: true, sack: true };
