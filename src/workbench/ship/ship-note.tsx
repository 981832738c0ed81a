import type { Report } from '#judge/report.ts';
import type { Translator } from '#text/text.ts';
import { useTexts } from '../bench/texts.ts';
import { labTitle } from './titles.ts';

/** Which other planks a run used, and whether one of them is to blame for what failed. */
export function ShipNote({ report }: { readonly report: Report }) {
  const { t } = useTexts();
  if (report.ship === undefined) return null;
  return (
    <p class="wb-say wb-ship-note" data-fault={report.ship.fault}>
      {shipWords(report, t, labTitle).join(t('ladder.space'))}
    </p>
  );
}

/** The same as sentences; none for a run with the reference's planks. */
export function shipWords(
  { ship, only }: Pick<Report, 'ship' | 'only'>,
  t: Translator,
  titleOf: (lab: string) => string,
): readonly string[] {
  if (ship === undefined) return [];
  const list = (labs: readonly string[]) =>
    labs.map((lab) => t('ship.title', { title: titleOf(lab) })).join(t('ladder.comma'));
  const used = t('ship.used', { planks: list(ship.labs) });
  if (ship.fault === null) return [used];
  if (ship.fault === 'own') return [used, t('ship.fault.own')];
  const right = ship.isRight
    ? 'ship.fault.right'
    : only === null
      ? 'ship.fault.one'
      : 'ship.fault.case';
  const whose =
    ship.culprits.length === 0
      ? t('ship.fault.unknown')
      : t('ship.fault.others', { planks: list(ship.culprits) });
  return [used, t(right), whose];
}
