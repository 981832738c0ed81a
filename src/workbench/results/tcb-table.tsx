import { type Field, writeValue } from '#figures/inspector/tcb-fields.ts';
import { useTexts } from '../bench/texts.ts';
import type { Moment } from './moments.ts';
import { tcbRows } from './tcb-rows.ts';
import type { View } from './view.ts';

/** The fields of the TCB that an event changed: before it, and after it on both sides. */
export function TcbTable({ moment, runs }: { readonly moment: Moment; readonly runs: View }) {
  const { t } = useTexts();
  const rows = tcbRows(moment, runs);
  if (rows.length === 0) return null;
  const columns = (['before', 'yours', 'reference'] as const).filter(
    (column) => column === 'before' || moment[column === 'yours' ? 'theirs' : column] !== null,
  );
  return (
    <table class="inspector wb-tcb">
      <caption class="cap">{t('workbench.tcb', { t: moment.t })}</caption>
      <thead>
        <tr>
          <th scope="col">{t('workbench.tcb.field')}</th>
          {columns.map((column) => (
            <th scope="col" class={column}>
              {t(`workbench.tcb.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr class={row.differs ? 'ne' : ''}>
            <th scope="row">
              {columns.length === 3 && (
                <span class="mark" aria-hidden="true">
                  {row.differs ? '≠' : '='}
                </span>
              )}
              {fieldName(row.field)}
              {row.differs && <span class="sr-only"> {t('workbench.tcb.differs')}</span>}
            </th>
            {columns.map((column) => (
              <td class={column}>{writeValue(row.field, row[column], t)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A field as the learner's code names it; a timer goes by its own name. */
const fieldName = ({ path }: Field) => path.replace(/^timers\./, '');
