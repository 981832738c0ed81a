import type { Field } from './field.ts';
import type { FlightMark, Note, ReportMark } from './geometry.ts';
import { flightWords, reportWords } from './label-words.ts';
import { put, type Spot } from './notes.ts';
import type { Sheet } from './sheet.ts';
import { along } from './way.ts';

/** Places along the line, and from there upwards and downwards, the best first, px. */
const PLACES = [0.5, 0.75, 0.25, 1, 0];
const HEIGHTS = [-8, 16, 4, -22, 30, -36, 44];
/** From the line to the text, px. */
const BESIDE = 9;

/**
 * Labels that have no room along their lines, such as those of short ways, as upright text near
 * them: what travels, and no numbers. `missing`: how many have no room there either.
 */
export function placeLooseLabels(
  {
    flights,
    reports,
  }: { readonly flights: readonly FlightMark[]; readonly reports: readonly ReportMark[] },
  field: Field<unknown>,
  sheet: Sheet,
): { readonly notes: readonly Note[]; readonly missing: number } {
  const { form, t, numbers, extras } = sheet;
  const wanted = [...flights, ...reports].filter(({ label }) => label === null);
  const notes = wanted.flatMap((mark): readonly Note[] => {
    const { flags, parts, tail } =
      'flight' in mark ? flightWords(mark.flight, t, numbers, extras) : reportWords(mark.report, t);
    const whole = tail === '' ? flags : [flags, tail].join(t('ladder.space'));
    const told = parts.map((_, i) => [flags, ...parts.slice(0, parts.length - i)].join(' '));
    const spots = PLACES.flatMap((part) => {
      const { x, y } = along(mark.way, part * mark.way.length);
      return HEIGHTS.flatMap((dy): readonly Spot[] => [
        { x: x + BESIDE, y: y + dy, anchor: 'start' },
        { x: x - BESIDE, y: y + dy, anchor: 'end' },
      ]);
    });
    const note = put(
      {
        ...{ kind: 'label', t: 'flight' in mark ? mark.flight.t1 : mark.report.t1 },
        ...{
          texts: [...('report' in mark ? told : []), whole, flags],
          face: 'flags',
          size: form.size.flags,
          spots,
        },
      },
      field,
      form,
    );
    return note === null ? [] : [{ ...note, pen: 'flight' in mark ? mark.pen : 'icmp' }];
  });
  return { notes, missing: wanted.length - notes.length };
}
