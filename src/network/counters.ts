import { QUEUE_COUNTERS, type QueueCounter, type Queues } from '#tcp';

/** What a host counts about its listeners, under the names by which Linux shows it. */
export type HostCounter = QueueCounter | 'SyncookiesSent' | 'SyncookiesRecv' | 'SyncookiesFailed';
export type HostCounters = Record<HostCounter, number>;

/** A listener's count of nothing yet. */
export const noQueueCounters = (): Queues['counters'] => ({
  ListenOverflows: 0,
  ListenDrops: 0,
  TCPReqQFullDoCookies: 0,
  TCPReqQFullDrop: 0,
});

/** A host's count of nothing yet. */
export const noCounters = (): HostCounters => ({
  ...noQueueCounters(),
  SyncookiesSent: 0,
  SyncookiesRecv: 0,
  SyncookiesFailed: 0,
});

/** Adds what a listener has counted. */
export function addCounters(sum: HostCounters, more: Queues['counters']): void {
  for (const name of QUEUE_COUNTERS) sum[name] += more[name];
}
