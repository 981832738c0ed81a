import type { Scenario } from '#scenario/scenario.ts';
import type { OtherTcp } from './other-tcp.ts';
import type { Scrubber } from './scrubber.ts';
import { escapeText } from './svg.ts';

/** The ends of a figure that another TCP may play: not those that play something else than TCP. */
export function playableHosts({ hosts, players }: Scenario) {
  return hosts.filter(({ name }) => (players?.[name] ?? 'reference') === 'reference');
}

/** The ends that it plays at first: those of its sides, all of them if there are none. */
export function firstHosts(scenario: Scenario, sides: readonly string[]): readonly string[] {
  const hosts = playableHosts(scenario);
  const own = hosts.filter(({ title }) => sides.includes(title));
  return (own.length > 0 ? own : hosts).map(({ name }) => name);
}

/**
 * Puts the switch between the reference and another TCP into a figure, or changes the one that is
 * there. Does nothing where no end of the figure can be played otherwise.
 */
export function mountSwitch(root: HTMLElement, scrubber: Scrubber, other: OtherTcp): void {
  const { scenario } = scrubber;
  const hosts = playableHosts(scenario);
  const controls = root.querySelector('.ladder-controls');
  if (hosts.length === 0 || controls === null) return;
  const old = controls.querySelector<HTMLElement>('.ladder-by');
  // What the reader has chosen stays as it is.
  if (old?.querySelector<HTMLInputElement>('[value="other"]')?.checked) return;

  const first = firstHosts(scenario, other.sides);
  const box = document.createElement('div');
  box.className = 'ladder-by';
  box.innerHTML = switchHtml(scenario, first, other, scrubber.id);
  if (old) old.replaceWith(box);
  else controls.querySelector('.ladder-desk')?.before(box);

  const isOther = () => box.querySelector<HTMLInputElement>('[value="other"]')?.checked === true;
  const ends = box.querySelector<HTMLFieldSetElement>('.ends');
  const chosen = () =>
    [...box.querySelectorAll<HTMLInputElement>('.ends input:checked')].map(({ value }) => value);

  box.addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLInputElement)) return;
    // Nobody but the reference would be left: then it is not the other TCP that plays.
    if (isOther() && chosen().length === 0) target.checked = true;
    if (ends) ends.hidden = !isOther();
    if (!isOther()) return void scrubber.playWith(null, other.texts.busy);
    const played = chosen();
    void scrubber
      .playWith((lose) => other.run({ scenario, lose, hosts: played }), other.texts.busy)
      .then((isShown) => {
        if (isShown) return;
        const reference = box.querySelector<HTMLInputElement>('[value="reference"]');
        if (reference) reference.checked = true;
        if (ends) ends.hidden = true;
      });
  });
}

function switchHtml(
  scenario: Scenario,
  first: readonly string[],
  { texts }: OtherTcp,
  id: string,
): string {
  const choice = (value: string, text: string, isOn: boolean) =>
    `<label class="b s"><input type="radio" name="${escapeText(id)}-by" value="${value}"${isOn ? ' checked' : ''}/><span>${escapeText(text)}</span></label>`;
  const end = ({ name, title }: Scenario['hosts'][number]) =>
    `<label class="end"><input type="checkbox" value="${escapeText(name)}"${first.includes(name) ? ' checked' : ''}/><span>${escapeText(texts.host(title))}</span></label>`;
  return (
    `<fieldset class="by"><legend class="cap">${escapeText(texts.legend)}</legend>` +
    `<span class="choices">${choice('reference', texts.reference, true)}${choice('other', texts.other, false)}</span></fieldset>` +
    `<fieldset class="ends" hidden><legend class="sr-only">${escapeText(texts.ends)}</legend>${playableHosts(scenario).map(end).join('')}</fieldset>`
  );
}
