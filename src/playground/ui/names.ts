import type { Translator } from '#text/text.ts';
import { isLeft } from '../model/network.ts';
import type { HostName, Setup } from '../model/setup.ts';

/** What a host is called: there may be two clients, or two servers. */
export function hostTitleOf(host: HostName, { hosts }: Setup, t: Translator): string {
  const title = t(isLeft(host) ? 'host.client' : 'host.server');
  return hosts.length > 2 ? t('playground.host', { title, host }) : title;
}
