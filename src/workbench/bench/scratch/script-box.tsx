import { useEffect, useId, useRef } from 'preact/hooks';
import { useTexts } from '../texts.ts';

/** Something to say of a line. Counted from 1. */
export interface Remark {
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

interface Props {
  readonly text: string;
  readonly remarks: readonly Remark[];
  readonly onText: (text: string) => void;
}

/** Lines that are shown at least. */
const FEWEST = 9;

/** Where a script is written: plain text with numbered lines. Tab leads on, as everywhere. */
export function ScriptBox({ text, remarks, onText }: Props) {
  const { t } = useTexts();
  const id = useId();
  const box = useRef<HTMLTextAreaElement>(null);
  const lines = text.split('\n');
  const rows = Math.max(FEWEST, lines.length + 1);
  const marked = new Set(remarks.map(({ line }) => line));

  // The text is the reader's: it is put in only where it came from elsewhere, so that the caret stays.
  useEffect(() => {
    if (box.current && box.current.value !== text) box.current.value = text;
  }, [text]);

  const goTo = ({ line, column }: Remark) => {
    const before = lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0);
    const at = before + Math.min(column - 1, lines[line - 1]?.length ?? 0);
    box.current?.focus();
    box.current?.setSelectionRange(at, at);
  };

  return (
    <div class="wb-script">
      <div class="wb-sheet-of-script">
        <ol class="wb-gutter num" aria-hidden="true">
          {Array.from({ length: rows }, (_, i) => (
            <li key={i} class={marked.has(i + 1) ? 'bad' : ''}>
              {i + 1}
            </li>
          ))}
        </ol>
        <textarea
          ref={box}
          rows={rows}
          wrap="off"
          spellcheck={false}
          autocapitalize="off"
          autocomplete="off"
          aria-label={t('workbench.script.label')}
          aria-invalid={remarks.length > 0}
          aria-describedby={remarks.length > 0 ? id : undefined}
          defaultValue={text}
          onInput={(event) => onText(event.currentTarget.value)}
        />
      </div>
      {remarks.length > 0 && (
        <ul class="wb-remarks d" id={id}>
          {remarks.map((remark) => (
            <li key={`${String(remark.line)}:${String(remark.column)}:${remark.message}`}>
              <button type="button" onClick={() => goTo(remark)}>
                <span class="num wb-line">{t('workbench.line', { line: remark.line })}</span>
                <span>{remark.message}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
