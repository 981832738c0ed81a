import type { Translator } from '#text/text.ts';
import { addressOf, citation, ruleInWords } from '../ladder/rules.ts';
import { colourWords } from '../ladder/colour-words.ts';
import type { Edge } from './edge.ts';
import { EDGES } from './edges.ts';
import type { Whereabouts } from './tokens.ts';

/** An edge of the diagram as a row of the table. */
export interface EdgeRow {
  readonly edge: Edge;
  /** Its number, on the narrow drawing as well. */
  readonly n: number;
  readonly from: string;
  readonly to: string;
  /** What happens and what is done; what is to be said besides, or nothing. As HTML. */
  readonly line: string;
  readonly remark: string;
  /** The rule in words, as HTML, where it stands, and the address of that place. */
  readonly rule: string;
  readonly source: string;
  readonly href: string | null;
}

/** What happens on an edge and what is done, as plain text. */
export function edgeWords({ event, action }: Edge, t: Translator) {
  return { event: t(event), action: t(action) };
}

/** An edge's number in the table, from 1. */
export const numberOf = (edge: Edge): number => EDGES.indexOf(edge) + 1;

/** The word beside a pin: what happens, and where it leads unless that is CLOSED. */
export function pinWord({ causes: [cause], to }: Edge, t: Translator): string {
  const word = t(`states.pin.${cause ?? ''}`);
  return to === 'CLOSED' ? word : t('states.pin.to', { word, to: t(`state.${to}`) });
}

/** Every transition with its event, what is done, and the rule that asks for it. */
export function edgeRows(t: Translator): readonly EdgeRow[] {
  return EDGES.map((edge) => {
    const [rule] = edge.rules;
    const inWords = t.has(`rule.${rule}`) ? t(`rule.${rule}`) : ruleInWords(rule, t);
    return {
      ...{ edge, n: numberOf(edge), from: t(`state.${edge.from}`), to: t(`state.${edge.to}`) },
      line: colourWords(t('states.line', edgeWords(edge, t))),
      remark: edge.remark === null ? '' : colourWords(t(edge.remark)),
      rule: colourWords(inWords),
      ...{ source: citation(rule, t), href: addressOf(rule) },
    };
  });
}

/** The accessible name of the drawing: what it is, and where the hosts are. */
export function titleOf({ hosts }: Pick<Whereabouts, 'hosts'>, t: Translator): string {
  const known = Object.entries(hosts).flatMap(([host, state]) =>
    state === null ? [] : [t('states.in', { host, state: t(`state.${state}`) })],
  );
  return [t('states.title'), ...known].join(t('states.full-stop'));
}
