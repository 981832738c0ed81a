import type { Translator } from '#text/text.ts';
import { checksHtml } from './draw-checks.ts';
import { hexHtml, type Drawn, type Selected } from './draw-hex.ts';
import { panelHtml, type Ways } from './draw-panel.ts';
import { rulersHtml } from './draw-ruler.ts';
import { blocksOf, octetsOf, type BytesModel } from './model.ts';

/** Octets that are shown of what stands together, before somebody asks for all. */
export const MOST_SHOWN = 128;

/** The parts of the figure as HTML. Pure; renders anywhere. */
export interface BytesParts {
  readonly hex: string;
  readonly panel: string;
  readonly rulers: string;
  readonly checks: string;
}

/** Draws octets: hex view, the selected field, the header that it stands in, the checks. */
export function drawBytes(
  model: BytesModel,
  selected: Selected,
  drawn: Drawn,
  ways: Ways,
): BytesParts {
  return {
    hex: hexHtml(model, drawn),
    panel: panelHtml(model, selected, drawn, ways),
    rulers: rulersHtml(model, blockAt(model, selected.octet), drawn),
    checks: checksHtml(model, drawn),
  };
}

/** The block that an octet stands in. */
export function blockAt({ map }: BytesModel, octet: number) {
  return blocksOf(map).find(({ start, end }) => start <= octet && octet < end);
}

/**
 * The figure as it comes with the page: octets and headers that nothing moves over yet. Panel and
 * checks are as they will be, so that nothing has to change in them when the figure wakes.
 */
export function staticBytes(model: BytesModel, field: number, t: Translator): BytesParts {
  const selected = selectField(model, field);
  const ways = { canUndo: false, isChanged: false };
  const drawn = { t, alive: false, first: model.octets, most: MOST_SHOWN, selected };
  const { hex, rulers } = drawBytes(model, selected, drawn, ways);
  const { panel, checks } = drawBytes(model, selected, { ...drawn, alive: true }, ways);
  return { hex, panel, rulers, checks };
}

/** A field, selected by itself: its first octet stands for it. */
export function selectField({ map }: BytesModel, field: number): Selected {
  const found = map.fields[field];
  return { field, octet: found === undefined ? 0 : octetsOf(found)[0] };
}
