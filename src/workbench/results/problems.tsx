import { useTexts } from '../bench/texts.ts';
import type { Problem } from '../editor/editor.ts';

interface Props {
  readonly problems: readonly Problem[];
  readonly onGoTo: (line: number, column: number) => void;
}

/** Errors of syntax and type. Each leads to its place in the editor. */
export function Problems({ problems, onGoTo }: Props) {
  const { t, n } = useTexts();
  return (
    <section class="wb-problems">
      <p class="wb-say">{n('workbench.problems', problems.length)}</p>
      <ul class="d">
        {problems.map(({ line, column, message }) => (
          <li>
            <button type="button" onClick={() => onGoTo(line, column)}>
              <span class="num wb-line">{t('workbench.line', { line })}</span>
              <span>{message}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
