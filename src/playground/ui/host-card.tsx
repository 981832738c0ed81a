import { useId, useState } from 'preact/hooks';
import { socketRows } from '#figures/inspector/socket-table.ts';
import { socketsAt } from '#figures/inspector/sockets-at.ts';
import { tcbHtml } from '#figures/inspector/tcb-html.ts';
import { tcbBefore } from '#figures/inspector/tcb-at.ts';
import { tcbRows } from '#figures/inspector/tcb-rows.ts';
import { duration } from '#figures/ladder/time.ts';
import { isLeft } from '../model/network.ts';
import type { HostName } from '../model/setup.ts';
import { latestOf, type Socket } from '../model/view.ts';
import { Calls } from './calls.tsx';
import { useGround } from './ground.ts';
import { hostTitleOf } from './names.ts';
import { useTexts } from './texts.ts';
import { washOf } from './wash.ts';

/** A host: its sockets as `ss` would show them, and the calls that its user can make. */
export function HostCard({ host }: { readonly host: HostName }) {
  const { view, run, mine, desk } = useGround();
  const { t } = useTexts();
  const id = useId();
  const [chosen, choose] = useState<string | null>(null);
  const sockets = view.sockets.get(host) ?? [];
  const current = sockets.find(({ conn }) => conn === chosen) ?? latestOf(view, host);
  const title = hostTitleOf(host, desk.session.setup, t);
  const address = run.trace.hosts.find(({ name }) => name === host)?.address ?? '';
  const state = current?.tcb.state ?? 'CLOSED';
  return (
    <section class={`pg-host ${isLeft(host) ? 'left' : 'right'}`} aria-labelledby={`${id}-title`}>
      <header>
        <span class="pg-disc" aria-hidden="true">
          {host}
        </span>
        <div>
          <h2 id={`${id}-title`}>{title}</h2>
          <span class="pg-address">{address}</span>
          {mine.includes(host) && <span class="pg-yours">{t('states.yours')}</span>}
        </div>
        <span class={`pg-state ${washOf(state)}${mine.includes(host) ? ' mine' : ''}`}>
          {t(`state.${state}`)}
        </span>
      </header>
      <Sockets {...{ host, sockets, current, title, choose, id }} />
      <Calls host={host} socket={current} />
      {current && <Tcb host={host} socket={current} title={title} />}
    </section>
  );
}

function Sockets({
  host,
  current,
  title,
  choose,
  id,
}: {
  readonly host: HostName;
  readonly current: Socket | null;
  readonly title: string;
  readonly choose: (conn: string) => void;
  readonly id: string;
}) {
  const { run, view } = useGround();
  const { t } = useTexts();
  const rows = socketRows(socketsAt(run.trace, host, view.now), t);
  return (
    <table class="pg-sockets">
      <caption class="sr-only">{t('playground.sockets', { host: title })}</caption>
      <thead>
        <tr>
          <th scope="col">{t('inspector.socket.state')}</th>
          <th scope="col" class="n">
            {t('inspector.socket.recvQ')}
          </th>
          <th scope="col" class="n">
            {t('inspector.socket.sendQ')}
          </th>
          <th scope="col">{t('inspector.socket.local')}</th>
          <th scope="col">{t('inspector.socket.peer')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.conn} class={row.conn === current?.conn ? 'on' : undefined}>
            <th scope="row">
              {rows.length > 1 ? (
                <label>
                  <input
                    type="radio"
                    name={`${id}-conn`}
                    checked={row.conn === current?.conn}
                    onChange={() => choose(row.conn)}
                  />
                  {row.name}
                </label>
              ) : (
                row.name
              )}
            </th>
            <td class="n">{row.recvQ}</td>
            <td class="n">{row.sendQ}</td>
            <td title={row.local}>{portOf(row.local)}</td>
            <td title={row.peer}>{portOf(row.peer)}</td>
          </tr>
        ))}
        {rows.length === 0 && (
          <tr>
            <td colSpan={5}>{t('playground.sockets.none')}</td>
          </tr>
        )}
      </tbody>
    </table>
  );
}

/** Addresses are few here, and their hosts stand in the page. */
const portOf = (socket: string): string => socket.slice(socket.lastIndexOf(':'));

/** A TCB, and what the latest event that concerned it has changed. */
function Tcb({
  host,
  socket: { conn, tcb },
  title,
}: {
  readonly host: HostName;
  readonly socket: Socket;
  readonly title: string;
}) {
  const { run, view } = useGround();
  const { t } = useTexts();
  const [isOpen, setOpen] = useState(false);
  const rows = () => {
    const step = run.trace.entries.findLast(
      (entry) =>
        entry.kind === 'step' && entry.host === host && entry.conn === conn && entry.t <= view.now,
    );
    const before = step === undefined ? tcb : tcbBefore(run.trace, host, conn, step.t);
    return tcbRows(tcb, before, t);
  };
  const at = duration(Math.round(view.now), t);
  return (
    <details class="pg-tcb" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t('playground.tcb')}</summary>
      {isOpen && (
        <div
          class="pg-variables"
          role="region"
          tabIndex={0}
          aria-label={t('playground.tcb.of', { host: title, conn, at })}
          dangerouslySetInnerHTML={{
            __html: tcbHtml(rows(), t, {
              caption: t('playground.tcb.of', { host: title, conn, at }),
            }),
          }}
        />
      )}
    </details>
  );
}
