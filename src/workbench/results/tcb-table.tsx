import type { CaseReport } from '#judge/report.ts';
import type { Translator } from '#text/text.ts';
import { useTexts } from '../bench/texts.ts';
import { tcbRows } from './tcb-rows.ts';

/** The TCB at the divergence: before the event, and after it on both sides. */
export function TcbTable({ report }: { readonly report: CaseReport }) {
  const { t } = useTexts();
  const rows = tcbRows(report);
  if (!rows.some((row) => row.differs)) return null;
  const columns = ['before', 'yours', 'reference'] as const;
  return (
    <table class="wb-tcb d num">
      <caption class="cap">{t('workbench.tcb', { t: report.divergence?.t ?? 0 })}</caption>
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
              <span aria-hidden="true">{row.differs ? '≠' : '='}</span>
              {fieldName(row.field)}
              {row.differs && <span class="visually-hidden"> {t('workbench.tcb.differs')}</span>}
            </th>
            {columns.map((column) => (
              <td class={column}>{written(row.field, row[column], t)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const TIMER = /^timers\./;

/** The RFC's name for a field; a timer goes by its own. */
const fieldName = (field: string) => field.replace(TIMER, '');

/** A value as a learner reads it. */
function written(field: string, value: unknown, t: Translator): string {
  if (TIMER.test(field)) {
    return value ? t('workbench.tcb.timer', { t: Number(value) }) : t('workbench.tcb.off');
  }
  if (value === undefined || value === null) return t('workbench.tcb.none');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
