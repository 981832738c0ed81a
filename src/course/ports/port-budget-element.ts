import { budget, FIELDS, type Ports, readPorts, warningsAbout } from './budget.ts';

/**
 * `<port-budget>`: reckons while the reader changes numbers. Without it the table that came with the
 * page stands as it is. A button with `data-preset` fills the form.
 */
export class PortBudgetElement extends HTMLElement {
  readonly #reckon = () => this.#show();
  readonly #preset = ({ target }: Event) => {
    if (!(target instanceof HTMLElement) || target.dataset['preset'] === undefined) return;
    const wanted = JSON.parse(target.dataset['preset']) as Partial<Ports>;
    for (const [field, value] of Object.entries(wanted)) {
      const input = this.querySelector<HTMLInputElement>(`[name="${field}"]`);
      if (input !== null) input.value = String(value);
    }
    this.#show();
  };

  connectedCallback(): void {
    this.addEventListener('input', this.#reckon);
    this.addEventListener('click', this.#preset);
    this.#show();
  }

  disconnectedCallback(): void {
    this.removeEventListener('input', this.#reckon);
    this.removeEventListener('click', this.#preset);
  }

  #show(): void {
    const said = Object.fromEntries(
      FIELDS.map((name) => [
        name,
        this.querySelector<HTMLInputElement>(`[name="${name}"]`)?.value ?? '',
      ]),
    ) as Record<keyof Ports, string>;
    const ports = readPorts(said);
    const [result, problem] = [this.querySelector('.result'), this.querySelector('.problem')];
    result?.toggleAttribute('hidden', ports === null);
    problem?.toggleAttribute('hidden', ports !== null);
    const warnings: readonly string[] = ports === null ? [] : warningsAbout(ports);
    for (const warning of this.querySelectorAll<HTMLElement>('[data-warning]')) {
      warning.hidden = !warnings.includes(warning.dataset['warning'] ?? '');
    }
    if (ports === null) return;
    const counted = { ...budget(ports), wait: ports.wait };
    for (const [name, value] of Object.entries(counted)) {
      const place = this.querySelector(`[data-out="${name}"]`);
      if (place !== null) place.textContent = value.toLocaleString('en').replaceAll(',', '\u202F');
    }
  }
}

if (!customElements.get('port-budget')) customElements.define('port-budget', PortBudgetElement);
