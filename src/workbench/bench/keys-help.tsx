import { MAC } from '../mac.ts';
import { Dialog } from './dialog.tsx';
import { useTexts } from './texts.ts';

/** Keys, by what they do. Two spaces part the keys that are pressed one after the other. */
const KEYS = [
  ['run', MAC ? '⌘ Enter' : 'Ctrl Enter'],
  ['tab', MAC ? '⌃ ⇧ M' : 'Ctrl M'],
  ['leave', 'Esc  Tab'],
  ['find', MAC ? '⌘ F' : 'Ctrl F'],
  ['undo', MAC ? '⌘ Z' : 'Ctrl Z'],
] as const;

/** What can be done with keys, on demand. */
export function KeysHelp({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTexts();
  return (
    <Dialog title={t('workbench.keys')} onClose={onClose}>
      <dl class="wb-keys d">
        {KEYS.map(([what, keys]) => (
          <div key={what}>
            <dt>{t(`workbench.keys.${what}`)}</dt>
            <dd>
              {keys.split('  ').map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
      <p>{t('workbench.keys.everything')}</p>
    </Dialog>
  );
}
