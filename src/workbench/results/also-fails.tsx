import { useTexts } from '../bench/texts.ts';
import type { Family } from './families.ts';
import { useCaseName } from './use-case-name.ts';

interface Props {
  /** The case that is open. */
  readonly id: string;
  readonly family: Family;
  readonly onOpen: (id: string) => void;
}

/** So many are named; the others are counted. */
const MOST = 30;

/** The cases that fail for the same reason as the open one. */
export function AlsoFails({ id, family: { lead, others }, onOpen }: Props) {
  const { n } = useTexts();
  const name = useCaseName();
  const rest = [lead, ...others].filter((each) => each.id !== id);
  if (rest.length === 0) return null;
  return (
    <details class="wb-more wb-also d">
      <summary>{n('workbench.also', rest.length)}</summary>
      <ul>
        {rest.slice(0, MOST).map((each) => (
          <li>
            <button type="button" onClick={() => onOpen(each.id)}>
              {name(each)}
            </button>
          </li>
        ))}
        {rest.length > MOST && <li>{n('workbench.also.more', rest.length - MOST)}</li>}
      </ul>
    </details>
  );
}
