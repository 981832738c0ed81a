import { translator, type Messages, type Translator } from '#text/text.ts';
import { blockAt, MOST_SHOWN, selectField } from './bytes.ts';
import { bytesFromJson } from './data.ts';
import { checksHtml } from './draw-checks.ts';
import { hexHtml, type Drawn, type Selected } from './draw-hex.ts';
import { panelHtml } from './draw-panel.ts';
import { rulersHtml } from './draw-ruler.ts';
import { beginHistory, change, type History } from './history.ts';
import { markSelected, openRuler } from './marks.ts';
import { fieldsAt, modelOf, type BytesModel } from './model.ts';
import { tableHtml } from './table.ts';
import { tellChange } from './tell.ts';
import { numberIn } from './value.ts';

/** Where the focus is to be after the figure was drawn anew. */
export type Focus = 'octet' | 'field' | 'input' | 'none';

/** A figure of octets in the page, and what keys, pointer and buttons may ask of it. */
export interface Desk {
  readonly root: HTMLElement;
  readonly t: Translator;
  /** The id of the sentence that says what a change made, or why there was none. */
  readonly saidId: string;
  model(): BytesModel;
  history(): History;
  selected(): Selected;
  /** Selects; the focus goes to the octet or the field's box if it is asked to. */
  select(selected: Selected, focus: Focus): void;
  /** Of an octet's fields the one that is selected already, else the first that is not zero. */
  fieldIn(octet: number): number;
  /** Selects an octet and its field. */
  selectOctet(octet: number, focus: Focus): void;
  /** Other octets, or earlier ones; says what that changes. */
  become(history: History, focus: Focus): void;
  /** Says why what was typed is not taken. */
  refuse(why: string): void;
  /** Where the reader is, and is brought back to after an edit. */
  comeFrom(home: 'octet' | 'field'): void;
  home(): Focus;
  /** Leaves the input as if nothing had been typed. */
  goBack(): void;
}

/**
 * The desk of the figure in `root`, drawn and alive, with the texts of figures of octets. Throws if the
 * figure is not as it is built.
 */
export function deskOf(root: HTMLElement, texts: Messages): Desk {
  const find = (selector: string): HTMLElement => {
    const element = root.querySelector<HTMLElement>(selector);
    if (element === null) throw new Error(`The figure has no ${selector}.`);
    return element;
  };
  const data = bytesFromJson(find('script[type="application/json"]').textContent ?? '');
  const t = translator({ ...data.texts, ...texts });
  const [hex, panel, rulers] = [find('.bytes-hex'), find('.bytes-panel'), find('.bytes-rulers')];
  const [checks, said, table] = [
    find('.bytes-checks'),
    find('.bytes-said'),
    find('.bytes-text table'),
  ];

  let history = beginHistory(data.octets);
  let model = modelOf(history.now, data.link);
  let selected = selectField(model, data.field);
  let most = MOST_SHOWN;
  let home: Focus = 'octet';

  const drawn = (): Drawn => ({ t, alive: true, first: history.first, most });

  const drawPanel = () => {
    const isChanged = change(history, history.first) !== history;
    const ways = { canUndo: history.past.length > 0, isChanged };
    panel.innerHTML = panelHtml(model, selected, drawn(), ways);
  };

  const drawChecks = () => {
    const howOf = (details: Element | null | undefined) => details?.getAttribute('data-how') ?? '';
    const open = new Set([...checks.querySelectorAll('details[open]')].map(howOf));
    const focused = howOf(document.activeElement?.closest('[data-how]'));
    checks.innerHTML = checksHtml(model, drawn());
    for (const how of checks.querySelectorAll('details')) {
      how.open = open.has(howOf(how));
      if (focused === howOf(how)) how.querySelector('summary')?.focus();
    }
  };

  const drawOctets = () => {
    hex.innerHTML = hexHtml(model, drawn());
    rulers.innerHTML = rulersHtml(model, blockAt(model, selected.octet), drawn());
    markSelected(root, model, selected);
  };

  const draw = () => {
    drawOctets();
    drawChecks();
    drawPanel();
  };

  const say = (text: string, isRefusal = false) => {
    said.textContent = text;
    said.classList.toggle('refused', isRefusal);
  };

  const focusOn = (focus: Focus) => {
    const target = {
      octet: `[data-o="${selected.octet}"]`,
      field: `.ruler.open [role="option"][data-f="${selected.field}"]`,
      ...{ input: '[data-input]', none: '' },
    }[focus];
    if (target !== '') root.querySelector<HTMLElement>(target)?.focus();
  };

  const select = (next: Selected, focus: Focus) => {
    const isOther = next.octet !== selected.octet || next.field !== selected.field;
    selected = next;
    if (isOther && said.matches('.refused')) say('');
    if (root.querySelector(`[data-o="${next.octet}"]`) === null) {
      most = Number.POSITIVE_INFINITY;
      draw();
    } else if (isOther) {
      drawPanel();
      openRuler(root, model, selected);
      markSelected(root, model, selected);
    }
    focusOn(focus);
  };

  const fieldIn = (octet: number): number => {
    const fields = fieldsAt(model.map, octet);
    if (fields.includes(selected.field)) return selected.field;
    const isSet = (n: number) => {
      const field = model.map.fields[n];
      return field !== undefined && field.bits <= 48 && numberIn(model.octets, field) > 0;
    };
    return fields.find(isSet) ?? fields[0] ?? 0;
  };

  const become = (next: History, focus: Focus) => {
    if (next === history) say(t('bytes.told.same'));
    else {
      const before = model;
      history = next;
      model = modelOf(history.now, data.link);
      const octet = Math.max(0, Math.min(selected.octet, model.octets.length - 1));
      selected = { octet, field: fieldIn(octet) };
      draw();
      table.innerHTML = tableHtml(model, t);
      say(tellChange(before, model, t).join(t('bytes.space')));
    }
    focusOn(focus);
  };

  // Panel and checks are as they came with the page: the reader may be in them already.
  drawOctets();
  return {
    ...{ root, t, select, become, fieldIn, saidId: said.id },
    model: () => model,
    history: () => history,
    selected: () => selected,
    selectOctet: (octet, focus) => select({ octet, field: fieldIn(octet) }, focus),
    refuse: (why) => say(why, true),
    comeFrom: (from) => {
      home = from;
    },
    home: () => home,
    goBack: () => {
      if (said.matches('.refused')) say('');
      drawPanel();
      focusOn(home);
    },
  };
}
