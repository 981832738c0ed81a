import { useTexts } from '../texts.ts';

/** Lines of a script; the words beside each have its key. */
const LINES = [
  ['syn', '0.1 < S 0:0(0) win 65535 <mss 1460>'],
  ['ack', '0.2 < . 1:1(0) ack 1 win 65535'],
  ['text', '0.3 < P. 1:11(10) ack 1 win 65535'],
  ['fin', '+0.1 < F. 11:11(0) ack 1'],
  ['rst', '+0.1 < R 1:1(0)'],
  ['out', '+0 > S. 0:0(0) ack 1'],
  ['state', '+0 %{ assert state == "ESTABLISHED" }%'],
] as const;

const CALLS = [
  ['socket', '0 socket(..., SOCK_STREAM, IPPROTO_TCP) = 3'],
  ['listen', '0 listen(3, 1) = 0'],
  ['connect', '0 connect(3, ..., ...) = -1 EINPROGRESS'],
  ['write', '0.2 write(3, ..., 10) = 10'],
  ['close', '0.3 close(3) = 0'],
] as const;

/** The script’s language in brief, to be opened. */
export function Language() {
  const { t } = useTexts();
  const table = (rows: readonly (readonly [string, string])[]) => (
    <dl>
      {rows.map(([key, line]) => (
        <div key={key}>
          <dt>
            <code>{line}</code>
          </dt>
          <dd>{t(`workbench.script.says.${key}`)}</dd>
        </div>
      ))}
    </dl>
  );
  return (
    <details class="wb-more wb-language d">
      <summary>{t('workbench.script.language')}</summary>
      <p>{t('workbench.script.times')}</p>
      {table(LINES)}
      <p>{t('workbench.script.numbers')}</p>
      {table(CALLS)}
      <p>{t('workbench.script.calls')}</p>
    </details>
  );
}
