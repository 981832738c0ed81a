import { useEffect, useId, useRef, useState } from 'preact/hooks';

/** What a menu offers; `null` is a line between two groups. */
export interface MenuItem {
  readonly label: string;
  /** Why it cannot be chosen now, or what will come of it. */
  readonly note?: string;
  /** Cannot be chosen, and can be read all the same. */
  readonly off?: boolean;
  readonly onChoose: () => void;
}

interface Props {
  readonly label: string;
  readonly items: readonly (MenuItem | null)[];
}

/**
 * A button with a menu, as WAI-ARIA describes it: arrows, Home, End and first letters move, Escape
 * and Tab close. What is chosen finds the focus back on the button.
 */
export function Menu({ label, items }: Props) {
  const id = useId();
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const rows = () => [...(list.current?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])];

  const show = (at: number) => {
    setOpen(true);
    requestAnimationFrame(() => rows().at(at)?.focus());
  };
  const hide = () => {
    setOpen(false);
    button.current?.focus();
  };

  useEffect(() => {
    if (!open) return;
    const outside = (event: PointerEvent) => {
      if (!root.current?.contains(event.target as Node)) setOpen(false);
    };
    document.addEventListener('pointerdown', outside);
    return () => document.removeEventListener('pointerdown', outside);
  }, [open]);

  const onKeyDown = (event: KeyboardEvent) => {
    const all = rows();
    const at = all.indexOf(document.activeElement as HTMLElement);
    const to = movedTo(event.key, at, all);
    if (to !== undefined) to?.focus();
    else if (event.key === 'Escape') hide();
    else if (event.key === 'Tab') return setOpen(false);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div class="wb-menu" ref={root}>
      <button
        type="button"
        class="b s"
        ref={button}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => (open ? setOpen(false) : show(0))}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && open) return setOpen(false);
          if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
          event.preventDefault();
          show(event.key === 'ArrowDown' ? 0 : -1);
        }}
      >
        {label}
      </button>
      {open && (
        <ul id={id} role="menu" aria-label={label} ref={list} onKeyDown={onKeyDown}>
          {items.map((item, i) =>
            item ? (
              <li role="none" key={item.label}>
                <button
                  type="button"
                  role="menuitem"
                  tabIndex={-1}
                  aria-disabled={item.off ?? false}
                  onClick={() => {
                    if (item.off) return;
                    hide();
                    item.onChoose();
                  }}
                >
                  {item.label}
                  {item.note !== undefined && <small>{item.note}</small>}
                </button>
              </li>
            ) : (
              <li role="separator" key={`line-${String(i)}`} />
            ),
          )}
        </ul>
      )}
    </div>
  );
}

/** Where a key leads in a menu: to a row, nowhere (`null`), or it is no key that moves. */
function movedTo(
  key: string,
  at: number,
  all: readonly HTMLElement[],
): HTMLElement | null | undefined {
  if (key === 'ArrowDown') return all[(at + 1) % all.length] ?? null;
  if (key === 'ArrowUp') return all.at(at <= 0 ? -1 : at - 1) ?? null;
  if (key === 'Home') return all[0] ?? null;
  if (key === 'End') return all.at(-1) ?? null;
  if (key.length !== 1 || key === ' ') return undefined;
  const begins = (row: HTMLElement) =>
    row.textContent.toLocaleLowerCase().startsWith(key.toLocaleLowerCase());
  return [...all.slice(at + 1), ...all.slice(0, at + 1)].find(begins) ?? null;
}
