import { useTexts } from '../bench/texts.ts';
import type { Problem } from './editor.ts';

interface Props {
  readonly problems: readonly Problem[];
  readonly onGoTo: (line: number, column: number) => void;
}

/** The first error of syntax in words below the light editor: a mark in the text is no help to all. */
export function SyntaxLine({ problems, onGoTo }: Props) {
  const { t } = useTexts();
  const [first] = problems;
  return (
    <div class="wb-syntax d" role="status">
      {first && (
        <button type="button" onClick={() => onGoTo(first.line, first.column)}>
          <span class="num">{t('workbench.line', { line: first.line })}</span>{' '}
          <span>{first.message}</span>
        </button>
      )}
    </div>
  );
}
