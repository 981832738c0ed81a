import { useState } from 'preact/hooks';
import { OLD_FLAGS, type OldDeed } from '../model/deed.ts';
import { type HostName, hostNames, SERVER_PORT } from '../model/setup.ts';
import { FIRST_PORT } from '../model/possible.ts';
import { DeedButton } from './deed-button.tsx';
import { useGround } from './ground.ts';
import { hostTitleOf } from './names.ts';
import { Choice, Line } from './setting-fields.tsx';
import { useTexts } from './texts.ts';

const FIRST: OldDeed = {
  ...{ do: 'old', from: 'A', to: 'B', fromPort: FIRST_PORT, toPort: SERVER_PORT },
  ...{ flags: 'SYN', seq: 90, ack: 0 },
};

/** An old duplicate: a segment of a connection that is long over leaves a host now. */
export function OldForm() {
  const { desk } = useGround();
  const { t } = useTexts();
  const { setup } = desk.session;
  const [wanted, setWanted] = useState(FIRST);
  const set = (change: Partial<OldDeed>) => setWanted({ ...wanted, ...change });
  const names = hostNames(setup);
  const there = (name: HostName, other: HostName) => (names.includes(name) ? name : other);
  const deed = { ...wanted, from: there(wanted.from, 'A'), to: there(wanted.to, 'B') };
  const hosts = names.map((name) => [name, hostTitleOf(name, setup, t)] as const);
  const number = (key: 'fromPort' | 'toPort' | 'seq' | 'ack', limit: 'port' | 'seq') => (
    <Line
      label={t(`playground.old.${key}`)}
      value={deed[key]}
      limit={limit}
      onChange={(n) => set({ [key]: n ?? FIRST[key] })}
    />
  );
  return (
    <details class="pg-tcp">
      <summary>{t('playground.old')}</summary>
      <p>{t('playground.old.what')}</p>
      <Choice
        label={t('playground.old.from')}
        value={deed.from}
        options={hosts}
        onChange={(from) => set({ from: names.find((name) => name === from) ?? 'A' })}
      />
      <Choice
        label={t('playground.old.to')}
        value={deed.to}
        options={hosts}
        onChange={(to) => set({ to: names.find((name) => name === to) ?? 'B' })}
      />
      {number('fromPort', 'port')}
      {number('toPort', 'port')}
      <Choice
        label={t('playground.edit.flags')}
        value={deed.flags}
        options={OLD_FLAGS.map((flags) => [flags, flags] as const)}
        onChange={(flags) => set({ flags: OLD_FLAGS.find((each) => each === flags) ?? 'SYN' })}
      />
      {number('seq', 'seq')}
      {number('ack', 'seq')}
      <DeedButton deed={deed}>{t('playground.old.go')}</DeedButton>
    </details>
  );
}
