import type { CallTable } from '#judge/report.ts';
import { callWords, valueWords } from '#judge/words-of-calls.ts';
import { useState } from 'preact/hooks';
import { useTexts } from '../bench/texts.ts';

type Row = CallTable['rows'][number];

/** So many rows are shown at once: the wrong ones before the others. */
const MOST = 30;

/** Why there is no answer to show. Those of a run that had to be stopped are lost with it. */
function unanswered(i: number, at: number | null): 'none' | 'lost' | 'unreached' {
  if (at !== null && i < at) return 'lost';
  return i === at ? 'none' : 'unreached';
}

/** The calls of a case, with the reference's answers beside the learner's. */
export function CallRows({ table }: { readonly table: CallTable }) {
  const { t, n } = useTexts();
  const { call, rows, at } = table;
  const [all, setAll] = useState(false);
  const isBad = ({ differs, yours }: Row, i: number) => differs || (yours === null && i === at);
  const order = rows.map((row, i) => ({ row, i, bad: isBad(row, i) }));
  // In their own order while they are few: a table is often written as a story.
  const shown =
    all || rows.length <= MOST
      ? order
      : order.toSorted((a, b) => Number(b.bad) - Number(a.bad)).slice(0, MOST);
  return (
    <div class="wb-calls">
      <table class="inspector wb-tcb">
        <caption class="cap">{t('workbench.calls')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('workbench.calls.call')}</th>
            <th scope="col" class="reference">
              {t('workbench.calls.expected')}
            </th>
            <th scope="col" class="yours">
              {t('workbench.calls.yours')}
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ row: { args, expected, yours }, i, bad }) => (
            <tr key={i} class={bad ? 'ne' : ''}>
              <th scope="row">
                <span class="mark" aria-hidden="true">
                  {bad ? '≠' : yours === null ? '' : '='}
                </span>
                {callWords(call, args, t)}
                {bad && <span class="sr-only"> {t('workbench.tcb.differs')}</span>}
              </th>
              <td class="reference">{valueWords(expected, t)}</td>
              <td class="yours">
                {yours === null
                  ? t(`workbench.calls.${unanswered(i, at)}`)
                  : valueWords(yours.value, t)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {shown.length < rows.length && (
        <button type="button" class="b s" onClick={() => setAll(true)}>
          {n('workbench.calls.all', rows.length)}
        </button>
      )}
    </div>
  );
}
