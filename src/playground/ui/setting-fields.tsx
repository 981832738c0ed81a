import { useId } from 'preact/hooks';
import { into, LIMITS, type Limit } from '../model/limits.ts';

/** A number with a slider beside it, which readers of the screen can do without. */
export function Slide({
  label,
  value,
  most,
  limit,
  unit,
  onChange,
}: {
  readonly label: string;
  readonly value: number;
  /** The slider's end; the number beside it goes on to the limit. */
  readonly most: number;
  readonly limit: Limit;
  readonly unit: string;
  readonly onChange: (n: number) => void;
}) {
  const id = useId();
  const change = ({ currentTarget }: { readonly currentTarget: HTMLInputElement }) =>
    onChange(into(limit, currentTarget.valueAsNumber));
  const [least, greatest] = LIMITS[limit];
  return (
    <div class="pg-slide">
      <label for={id}>{label}</label>
      <input
        type="range"
        aria-hidden="true"
        tabIndex={-1}
        min={least}
        max={most}
        value={value}
        onInput={change}
      />
      <input id={id} type="number" min={least} max={greatest} value={value} onChange={change} />
      <span>{unit}</span>
    </div>
  );
}

/** A number that may be left to the profile. */
export function Line({
  label,
  value,
  limit,
  usual,
  onChange,
}: {
  readonly label: string;
  readonly value: number | null;
  readonly limit: Limit;
  readonly usual?: number;
  readonly onChange: (n: number | null) => void;
}) {
  const [least, greatest] = LIMITS[limit];
  return (
    <label class="pg-number">
      <span>{label}</span>
      <input
        type="number"
        min={least}
        max={greatest}
        value={value ?? ''}
        placeholder={usual === undefined ? undefined : String(usual)}
        onChange={({ currentTarget: { value: text, valueAsNumber } }) =>
          onChange(text === '' ? null : into(limit, valueAsNumber))
        }
      />
    </label>
  );
}

/** One of a few things. */
export function Choice({
  label,
  value,
  options,
  onChange,
}: {
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [string, string])[];
  readonly onChange: (value: string) => void;
}) {
  return (
    <label class="pg-number">
      <span>{label}</span>
      <select value={value} onChange={({ currentTarget }) => onChange(currentTarget.value)}>
        {options.map(([name, text]) => (
          <option key={name} value={name}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}
