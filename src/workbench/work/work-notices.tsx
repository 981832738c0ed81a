import { useEffect, useState } from 'preact/hooks';
import type { ComponentChildren } from 'preact';
import type { Drafts } from '#storage/draft.ts';
import type { Saved } from '#storage/store.ts';
import type { Work } from '#storage/work.ts';
import { useTexts } from '../bench/texts.ts';
import { downloadWork } from './download.ts';
import type { Keeper } from './keeper.ts';
import { when } from './when.ts';

interface Props {
  readonly work: Work;
  readonly drafts: Drafts;
  readonly keeper: Keeper;
  /** Opens the history. */
  readonly onHistory: () => void;
}

/** What the reader must know of the work in this lab: other tabs, earlier drafts, the storage. */
export function WorkNotices({ work, drafts, keeper, onHistory }: Props) {
  return (
    <div class="wb-notices d" role="status">
      <TabNotice keeper={keeper} />
      <OlderNotice drafts={drafts} onHistory={onHistory} />
      <StorageNotice work={work} keeper={keeper} />
      <AsideNotice work={work} />
    </div>
  );
}

function Notice({ text, children }: { readonly text: string; children: ComponentChildren }) {
  return (
    <div class="wb-notice">
      <p>{text}</p>
      {children}
    </div>
  );
}

function Button({ text, onClick }: { readonly text: string; readonly onClick: () => void }) {
  return (
    <button type="button" class="b s" onClick={onClick}>
      {text}
    </button>
  );
}

function TabNotice({ keeper }: Pick<Props, 'keeper'>) {
  const { t } = useTexts();
  const [, redraw] = useState(0);
  useEffect(() => keeper.subscribe(() => redraw((n) => n + 1)), [keeper]);
  const news = keeper.news();
  if (news?.kind === 'taken') {
    return (
      <Notice text={t(news.reset ? 'work.tabs.reset' : 'work.tabs.taken')}>
        <Button text={t('work.tabs.undo')} onClick={() => keeper.undo()} />
        <Button text={t('workbench.notice.close')} onClick={() => keeper.dismiss()} />
      </Notice>
    );
  }
  if (news?.kind !== 'both') return null;
  return (
    <Notice text={t('work.tabs.both')}>
      <Button text={t('work.tabs.mine')} onClick={() => keeper.keepMine()} />
      <Button text={t('work.tabs.theirs')} onClick={() => keeper.takeTheirs()} />
      <details class="wk-other">
        <summary>{t('work.tabs.compare')}</summary>
        <pre tabIndex={0} role="region" aria-label={t('work.tabs.compare')}>
          {news.theirs}
        </pre>
      </details>
    </Notice>
  );
}

function OlderNotice({ drafts, onHistory }: Pick<Props, 'drafts' | 'onHistory'>) {
  const { t, lang } = useTexts();
  // Only who has no draft for today's lab may be looking for the one before.
  const [older, setOlder] = useState(() => (drafts.read() ? null : (drafts.older()[0] ?? null)));
  if (!older) return null;
  return (
    <Notice text={t('work.older', { time: when(older.at, lang) })}>
      <Button text={t('work.older.show')} onClick={onHistory} />
      <Button text={t('workbench.notice.close')} onClick={() => setOlder(null)} />
    </Notice>
  );
}

function StorageNotice({ work, keeper }: Pick<Props, 'work' | 'keeper'>) {
  const { t, n } = useTexts();
  const [read, setRead] = useState<Saved | null>(null);
  const [dropped, setDropped] = useState<number | null>(null);
  const { saved } = keeper.state();
  const failed = saved === 'saved' ? null : saved;
  const trouble = work.store.trouble ?? failed ?? (work.store.unsaved().length > 0 ? 'full' : null);
  if (dropped !== null) {
    return (
      <Notice text={n('work.room.done', dropped)}>
        <Button text={t('workbench.notice.close')} onClick={() => setDropped(null)} />
      </Notice>
    );
  }
  if (trouble === null || trouble === read) return null;
  const spare = trouble === 'full' ? work.spareAttempts() : 0;
  const bare = trouble === 'full' && spare === 0;
  return (
    <Notice text={t(bare ? 'work.full.bare' : `work.${trouble}`)}>
      <Button text={t('work.export.do')} onClick={() => downloadWork(work)} />
      {spare > 0 && (
        <Button
          text={n('work.room.do', Math.ceil(spare / 2))}
          onClick={() => {
            setDropped(work.makeRoom().dropped);
            keeper.flush();
          }}
        />
      )}
      <Button text={t('workbench.notice.close')} onClick={() => setRead(trouble)} />
    </Notice>
  );
}

function AsideNotice({ work }: Pick<Props, 'work'>) {
  const { t } = useTexts();
  const [untold, setUntold] = useState(() => work.untold().length > 0);
  if (!untold) return null;
  return (
    <Notice text={t('work.unreadable')}>
      <Button text={t('work.export.do')} onClick={() => downloadWork(work)} />
      <Button
        text={t('workbench.notice.close')}
        onClick={() => {
          work.markTold();
          setUntold(false);
        }}
      />
    </Notice>
  );
}
