import { PROFILES } from '#tcp';
import { PROFILE_NAMES } from '../address/write.ts';
import type { Limit } from '../model/limits.ts';
import {
  type HostName,
  hostNames,
  type HostSetup,
  REOPENS,
  withHost,
  withHosts,
} from '../model/setup.ts';
import { useGround } from './ground.ts';
import { hostTitleOf } from './names.ts';
import { Choice, Line } from './setting-fields.tsx';
import { useTexts } from './texts.ts';

const TIMES: readonly ['msl' | 'rtoInitial' | 'rtoMin' | 'delayedAck', Limit][] = [
  ['msl', 'msl'],
  ['rtoInitial', 'rto'],
  ['rtoMin', 'rto'],
  ['delayedAck', 'delayedAck'],
];

/** How many hosts there are, and what each one's TCP is like. */
export function HostSettings() {
  const { desk, setUp } = useGround();
  const { t } = useTexts();
  const { setup } = desk.session;
  return (
    <section class="pg-set">
      <h2 class="cap">{t('playground.hosts')}</h2>
      <label class="pg-number">
        <span>{t('playground.hosts.count')}</span>
        <select
          value={setup.hosts.length}
          onChange={({ currentTarget }) => setUp(withHosts(setup, Number(currentTarget.value)))}
        >
          {[2, 3, 4].map((n) => (
            <option key={n}>{n}</option>
          ))}
        </select>
      </label>
      {hostNames(setup).map((host) => (
        <details key={host} class="pg-tcp">
          <summary>{t('playground.tcp.of', { host: hostTitleOf(host, setup, t) })}</summary>
          <OneHost host={host} />
        </details>
      ))}
    </section>
  );
}

function OneHost({ host }: { readonly host: HostName }) {
  const { desk, setUp } = useGround();
  const { t } = useTexts();
  const { setup } = desk.session;
  const own = setup.hosts[hostNames(setup).indexOf(host)];
  if (own === undefined) return null;
  const change = (more: Partial<HostSetup>) => setUp(withHost(setup, host, more));
  const profile = PROFILES[own.profile];
  const onOff = (is: boolean) => t(is ? 'playground.on' : 'playground.off');
  return (
    <>
      <label class="pg-number">
        <span>{t('playground.profile')}</span>
        <select
          value={own.profile}
          onChange={({ currentTarget }) =>
            change({ profile: currentTarget.value as HostSetup['profile'] })
          }
        >
          {PROFILE_NAMES.map((name) => (
            <option key={name} value={name}>
              {t(`playground.profile.${name}`)}
            </option>
          ))}
        </select>
      </label>
      {TIMES.map(([key, limit]) => (
        <Line
          key={key}
          label={t(`playground.tcp.${key}`)}
          value={own[key]}
          limit={limit}
          usual={profile[key]}
          onChange={(n) => change({ [key]: n })}
        />
      ))}
      <Choice
        label={t('playground.tcp.rfc1337')}
        value={own.rfc1337 === null ? '' : String(own.rfc1337)}
        options={[
          ['', t('playground.usual', { value: onOff(profile.resetInTimeWait === 'ignore') })],
          ['true', t('playground.on')],
          ['false', t('playground.off')],
        ]}
        onChange={(value) => change({ rfc1337: value === '' ? null : value === 'true' })}
      />
      <Choice
        label={t('playground.tcp.reopen')}
        value={own.reopen ?? ''}
        options={[
          ['', t('playground.usual', { value: t(`playground.reopen.${profile.reopen}`) })],
          ...REOPENS.map((way) => [way, t(`playground.reopen.${way}`)] as const),
        ]}
        onChange={(value) => change({ reopen: REOPENS.find((way) => way === value) ?? null })}
      />
      <Line
        label={t('playground.tcp.ttl')}
        value={own.ttl}
        limit="ttl"
        onChange={(ttl) => change({ ttl: ttl ?? 64 })}
      />
      <Line
        label={t('playground.tcp.isn')}
        value={own.isn[0] ?? 0}
        limit="seq"
        onChange={(isn) => change({ isn: [isn ?? 0] })}
      />
      <Line
        label={t('playground.tcp.listens')}
        value={own.listens}
        limit="port"
        onChange={(listens) => change({ listens })}
      />
    </>
  );
}
