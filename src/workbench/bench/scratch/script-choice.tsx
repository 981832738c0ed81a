import { useTexts } from '../texts.ts';
import type { EarlierScript } from './scratch-draft.ts';

interface Props {
  /** Ids of the lab’s cases that are scripts. */
  readonly examples: readonly string[];
  readonly earlier: readonly EarlierScript[];
  readonly onExample: (id: string) => void;
  readonly onEarlier: (text: string) => void;
}

/** Scripts to begin with: the lab's own, and what the learner wrote before. */
export function ScriptChoice({ examples: ids, earlier, onExample, onEarlier }: Props) {
  const { t, lab: words, lang } = useTexts();
  if (ids.length + earlier.length === 0) return null;
  const choose = (value: string) => {
    const own = /^earlier:(\d+)$/.exec(value);
    if (own) onEarlier(earlier[Number(own[1])]?.text ?? '');
    else onExample(value);
  };
  return (
    <label class="wb-choice">
      <span>{t('workbench.script.begin')}</span>
      <select
        value=""
        onChange={(event) => {
          const { value } = event.currentTarget;
          event.currentTarget.value = '';
          if (value !== '') choose(value);
        }}
      >
        <option value="">{t('workbench.script.choose')}</option>
        {ids.length > 0 && (
          <optgroup label={t('workbench.script.examples')}>
            {ids.map((id) => (
              <option key={id} value={id}>
                {words.tests[id] ?? id}
              </option>
            ))}
          </optgroup>
        )}
        {earlier.length > 0 && (
          <optgroup label={t('workbench.script.earlier')}>
            {earlier.map(({ at }, i) => (
              <option key={at} value={`earlier:${String(i)}`}>
                {new Date(at).toLocaleString(lang, {
                  dateStyle: 'medium',
                  timeStyle: 'short',
                  hour12: false,
                })}
              </option>
            ))}
          </optgroup>
        )}
      </select>
    </label>
  );
}
