import type { CallTable } from '#judge/report.ts';
import { callWords, valueWords } from '#judge/words-of-calls.ts';
import { useTexts } from '../bench/texts.ts';

/** The calls of a case, with the reference's answers beside the learner's. */
export function CallRows({ table }: { readonly table: CallTable }) {
  const { t } = useTexts();
  const { call, rows, at } = table;
  return (
    <table class="wb-tcb wb-calls d num">
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
        {rows.map(({ args, expected, yours, differs }, i) => {
          const bad = differs || (yours === null && i === at);
          const none = t(i === at ? 'workbench.calls.none' : 'workbench.calls.unreached');
          return (
            <tr class={bad ? 'ne' : ''}>
              <th scope="row">
                <span aria-hidden="true">{bad ? '≠' : yours === null ? '' : '='}</span>
                {callWords(call, args, t)}
                {bad && <span class="visually-hidden"> {t('workbench.tcb.differs')}</span>}
              </th>
              <td class="reference">{valueWords(expected, t)}</td>
              <td class="yours">{yours === null ? none : valueWords(yours.value, t)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
