import type { Settings } from '#storage/settings.ts';
import { useTexts } from '../bench/texts.ts';
import { MEGA, useMega } from './loading.tsx';
import { downloadSize } from './download.ts';
import type { EditorKind } from './editor.ts';
import { useSetting } from './use-setting.ts';

interface Props {
  readonly file: string;
  readonly settings: Settings;
  readonly kind: EditorKind;
  readonly onKind: (kind: EditorKind) => void;
  /** Formats the text; `null` while there is nothing that could. */
  readonly onFormat: (() => void) | null;
}

const KINDS: readonly EditorKind[] = ['full', 'light'];

/** The file's name, which editor shows it, and what can be set about that. */
export function EditorBar({ file, settings, kind, onKind, onFormat }: Props) {
  const { t } = useTexts();
  return (
    <div class="wb-edbar d">
      <span class="wb-file" aria-hidden="true">
        {file}
      </span>
      <div class="wb-kinds" role="group" aria-label={t('workbench.editor.kind')}>
        {KINDS.map((each) => (
          <button type="button" aria-pressed={kind === each} onClick={() => onKind(each)}>
            {t(`workbench.editor.${each}`)}
          </button>
        ))}
      </div>
      {onFormat && (
        <button type="button" class="wb-quiet" onClick={onFormat}>
          {t('workbench.format')}
        </button>
      )}
      {kind === 'light' && <LightSettings settings={settings} />}
    </div>
  );
}

function LightSettings({ settings }: { readonly settings: Settings }) {
  const { t } = useTexts();
  const mega = useMega();
  const [vim, setVim] = useSetting(settings, 'vim');
  const [types, setTypes] = useSetting(settings, 'typeCheck');
  const size = downloadSize('types');
  return (
    <div class="wb-edsets">
      <label>
        <input
          type="checkbox"
          checked={types}
          onChange={({ currentTarget }) => setTypes(currentTarget.checked)}
        />
        {size > 0
          ? t('workbench.types.at-run.sized', { size: mega.format(size / MEGA) })
          : t('workbench.types.at-run')}
      </label>
      <label>
        <input
          type="checkbox"
          checked={vim}
          onChange={({ currentTarget }) => setVim(currentTarget.checked)}
        />
        {t('workbench.vim')}
      </label>
    </div>
  );
}
