import type { CaseName } from '../data.ts';
import { fails, type Shown } from './shown.ts';

interface Props {
  readonly cases: readonly CaseName[];
  readonly shown: Shown;
  /** How much of a run that goes on is done, from 0 to 1; `null` when none does. */
  readonly done: number | null;
}

/** A group as a plank with one board for each case: blank, laid, or crossed out. The words beside it say the same. */
export function Board({ cases, shown, done }: Props) {
  return (
    <div class="wb-board" aria-hidden="true">
      {done === null ? (
        cases.map(({ id }) => <i key={id} class={boardClass(shown, id)} />)
      ) : (
        <b style={{ width: `${String(Math.round(done * 1000) / 10)}%` }} />
      )}
    </div>
  );
}

function boardClass(shown: Shown, id: string): string {
  const found = shown.get(id);
  if (!found) return '';
  return `${fails(found) ? 'bad' : 'good'}${found.earlier ? ' earlier' : ''}`;
}
