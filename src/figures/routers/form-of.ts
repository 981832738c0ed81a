import type { Form, Measure } from './forms.ts';
import { levelForm, levelRoom } from './level-form.ts';
import { uprightForm } from './upright-form.ts';

/** The form of a width. Many nodes or long sockets do not stand side by side: then it is upright. */
export function formOf(width: 'wide' | 'narrow', measure: Measure): Form {
  if (width === 'narrow') return uprightForm(288, measure);
  return levelRoom(measure) ? levelForm(measure) : uprightForm(560, measure);
}
