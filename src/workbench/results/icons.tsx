/** Tick, cross and ring: passed, failed, not run. The words beside them say the same. */
export function Icon({
  kind,
  label,
}: {
  readonly kind: 'passed' | 'failed' | 'not run';
  readonly label: string;
}) {
  const shape = {
    passed: <path d="M1.5 6.5 5 10l6.5-8" />,
    failed: <path d="m2 2 9 9m0-9-9 9" />,
    'not run': <circle cx="6.5" cy="6.5" r="4.5" />,
  }[kind];
  return (
    <svg
      class={`wb-icon ${kind === 'failed' ? 'bad' : kind === 'passed' ? 'good' : 'none'}`}
      width="13"
      height="13"
      viewBox="0 0 13 13"
      role="img"
      aria-label={label}
    >
      {shape}
    </svg>
  );
}
