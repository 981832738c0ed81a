import { useCallback } from 'preact/hooks';

/** Gives a piece of the page, already drawn, another place. */
export function Node({
  node,
  ...rest
}: {
  readonly node: HTMLElement | null;
  readonly class: string;
}) {
  const take = useCallback(
    (place: HTMLElement | null) => {
      if (place && node) place.append(node);
    },
    [node],
  );
  return <div {...rest} ref={take} />;
}
