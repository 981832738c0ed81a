import { useEffect, useState } from 'preact/hooks';
import { copyText } from '#figures/save/copy.ts';
import { useTexts } from '../bench/texts.ts';

/** How long it says that it has copied, ms. */
const SAID = 2_500;

/** A button that copies a text, and says whether it could. */
export function CopyButton({
  label,
  text,
}: {
  readonly label: string;
  readonly text: () => string;
}) {
  const { t } = useTexts();
  const [said, setSaid] = useState<'copied' | 'not copied' | null>(null);
  useEffect(() => {
    if (said === null) return;
    const timer = setTimeout(() => setSaid(null), SAID);
    return () => clearTimeout(timer);
  }, [said]);
  const copy = async () => setSaid((await copyText(text())) ? 'copied' : 'not copied');
  return (
    <span class="wb-copy">
      <button type="button" class="b s" onClick={() => void copy()}>
        {label}
      </button>
      <span class="wb-copied d" role="status">
        {said && t(`workbench.copy.${said}`)}
      </span>
    </span>
  );
}
