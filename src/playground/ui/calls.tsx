import { useId, useState } from 'preact/hooks';
import type { Deed } from '../model/deed.ts';
import { into, isText } from '../model/limits.ts';
import { isLeft } from '../model/network.ts';
import { freePort } from '../model/possible.ts';
import { type HostName, hostNames, SERVER_PORT } from '../model/setup.ts';
import type { Socket } from '../model/view.ts';
import { DeedButton } from './deed-button.tsx';
import { useGround } from './ground.ts';
import { hostTitleOf } from './names.ts';
import { useTexts } from './texts.ts';

/** All that one RECEIVE takes: more than any buffer holds. */
const ALL = 65_535;

/** The user calls of a host, about one of its sockets. */
export function Calls({
  host,
  socket,
}: {
  readonly host: HostName;
  readonly socket: Socket | null;
}) {
  const { desk, view } = useGround();
  const { t } = useTexts();
  const { setup } = desk.session;
  const others = hostNames(setup).filter((name) => name !== host);
  const [text, setText] = useState('hello');
  const [peer, setPeer] = useState<HostName>(isLeft(host) ? 'B' : 'A');
  const [port, setPort] = useState(SERVER_PORT);
  const [own, setOwn] = useState<number | null>(null);
  const to = others.includes(peer) ? peer : (others[0] ?? 'B');
  const from = own ?? freePort(desk.session, view, host);
  const conn = socket?.conn ?? '1';
  const waiting = socket?.tcb.in.length ?? 0;

  const calls: readonly [string, Deed, string][] = [
    ['OPEN', { host, do: 'open', to, port, from }, t('playground.call.OPEN')],
    ['LISTEN', { host, do: 'listen', port: own ?? SERVER_PORT }, t('playground.call.LISTEN')],
    ['SEND', { host, do: 'send', conn, text }, t('playground.call.SEND', { n: text.length })],
    [
      'RECEIVE',
      { host, do: 'receive', conn, max: ALL },
      waiting > 0
        ? t('playground.call.RECEIVE.some', { n: waiting })
        : t('playground.call.RECEIVE'),
    ],
    ['CLOSE', { host, do: 'close', conn }, t('playground.call.CLOSE')],
    ['close', { host, do: 'leave', conn }, t('playground.call.leave')],
    ['ABORT', { host, do: 'abort', conn }, t('playground.call.ABORT')],
    ['crash', { host, do: 'crash' }, t('playground.call.crash')],
  ];
  const title = hostTitleOf(host, setup, t);
  return (
    <>
      <div class="pg-calls" role="group" aria-label={t('playground.calls', { host: title })}>
        {calls.map(([key, deed, label]) => (
          <DeedButton
            key={key}
            deed={deed}
            name={t('playground.call.name', { label, host: title })}
          >
            {label}
          </DeedButton>
        ))}
      </div>
      <Details {...{ text, setText, to, setPeer, port, setPort, own, setOwn, from, others }} />
    </>
  );
}

interface DetailsProps {
  readonly text: string;
  readonly setText: (text: string) => void;
  readonly to: HostName;
  readonly setPeer: (host: HostName) => void;
  readonly port: number;
  readonly setPort: (port: number) => void;
  readonly own: number | null;
  readonly setOwn: (port: number | null) => void;
  readonly from: number;
  readonly others: readonly HostName[];
}

/** Whom to call and from where, and what to say. */
function Details(props: DetailsProps) {
  const { text, setText, to, setPeer, port, setPort, own, setOwn, from, others } = props;
  const { desk } = useGround();
  const { t } = useTexts();
  const id = useId();
  return (
    <details class="pg-details">
      <summary>{t('playground.details')}</summary>
      <div class="pg-fields">
        {others.length > 1 && (
          <label>
            <span>{t('playground.open.to')}</span>
            <select
              value={to}
              onChange={({ currentTarget }) => setPeer(currentTarget.value as HostName)}
            >
              {others.map((name) => (
                <option key={name} value={name}>
                  {hostTitleOf(name, desk.session.setup, t)}
                </option>
              ))}
            </select>
          </label>
        )}
        <label>
          <span>{t('playground.open.port')}</span>
          <input
            type="number"
            min={1}
            max={65535}
            value={port}
            onChange={({ currentTarget }) => setPort(into('port', currentTarget.valueAsNumber))}
          />
        </label>
        <label>
          <span>{t('playground.open.from')}</span>
          <input
            type="number"
            min={1}
            max={65535}
            value={own ?? ''}
            placeholder={String(from)}
            onChange={({ currentTarget: { value, valueAsNumber } }) =>
              setOwn(value === '' ? null : into('port', valueAsNumber))
            }
          />
        </label>
        <label class="wide">
          <span>{t('playground.send.text')}</span>
          <input
            value={text}
            maxLength={2000}
            aria-describedby={id}
            onInput={({ currentTarget }) => {
              if (isText(currentTarget.value)) setText(currentTarget.value);
            }}
          />
        </label>
        <small id={id}>{t('playground.send.hint')}</small>
      </div>
    </details>
  );
}
