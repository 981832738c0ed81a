/** How a reader looks at a ladder. */
export interface View {
  /** Sequence numbers as they are, or counted from the first one of each side. */
  readonly numbers: 'absolute' | 'relative';
  /** Do labels tell the options of their segments? */
  readonly options: boolean;
  /** Do they show the beginning of their text? */
  readonly data: boolean;
  /** Are timers drawn that were stopped before they ran out? */
  readonly timers: boolean;
  /** How much longer than usual a span of time is drawn. */
  readonly zoom: number;
}

/** How a figure stands in the page. */
export const PLAIN: View = {
  numbers: 'absolute',
  options: false,
  data: false,
  timers: false,
  zoom: 1,
};

/** A view in the words of the layout and of the list. */
export const layoutOptions = ({ numbers, options, data, timers, zoom }: View) => ({
  ...{ numbers, zoom, allTimers: timers, extras: { options, data } },
});

/** The steps of the zoom. */
const ZOOMS = [0.5, 0.75, 1, 1.5, 2, 3, 4, 6, 8] as const;

/** The zoom one step further in or out; the same at the ends. */
export function zoomed(zoom: number, direction: -1 | 1): number {
  const next = direction > 0 ? ZOOMS.find((z) => z > zoom) : ZOOMS.findLast((z) => z < zoom);
  return next ?? zoom;
}
