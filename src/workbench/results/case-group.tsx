import { useState } from 'preact/hooks';
import type { Group } from '#judge/report.ts';
import { useHeading, useTexts } from '../bench/texts.ts';
import type { CaseName } from '../data.ts';
import { CaseRow } from './case-row.tsx';
import type { Family } from './families.ts';
import { fails, type Shown } from './shown.ts';

interface Props {
  readonly group: Group;
  readonly cases: readonly CaseName[];
  readonly shown: Shown;
  /** Of the whole suite: one cause may show in several groups. */
  readonly families: readonly Family[];
  readonly seed: number;
  readonly open: string | null;
  readonly onOpen: (id: string | null) => void;
  /** The reader goes from one case to another of the same cause. */
  readonly onFollow: (id: string) => void;
}

/**
 * A group of cases. Hidden ones are listed once they fail; those whose cause another case shows
 * already stand folded behind it.
 */
export function CaseGroup({ group, cases, shown, families, seed, open, onOpen, onFollow }: Props) {
  const { t, n } = useTexts();
  const Heading = useHeading(2);
  const [unfolded, setUnfolded] = useState(false);
  if (cases.length === 0) return null;

  const familyOf = (id: string) =>
    families.find(({ lead, others }) => lead.id === id || others.some((each) => each.id === id));
  const isFollower = (id: string) => familyOf(id)?.lead.id !== id && familyOf(id) !== undefined;
  const failing = cases.filter(({ id }) => fails(shown.get(id)));
  const folded =
    group === 'hidden' ? failing.filter(({ id }) => isFollower(id) && id !== open) : [];
  const listed = group === 'hidden' ? failing.filter((each) => !folded.includes(each)) : cases;
  const row = ({ id }: CaseName) => (
    <CaseRow
      key={id}
      id={id}
      group={group}
      shown={shown.get(id) ?? null}
      family={familyOf(id) ?? null}
      seed={seed}
      open={open === id}
      onOpen={onOpen}
      onFollow={onFollow}
    />
  );
  const known = cases.filter(({ id }) => shown.has(id)).length;
  const passed = known - failing.length;

  return (
    <section class="wb-group">
      <Heading class="d">{t(`workbench.group.${group}.title`)}</Heading>
      {listed.length > 0 && <ul class="wb-cases d">{listed.map(row)}</ul>}
      {folded.length > 0 && (
        <div class="wb-folded">
          <button
            type="button"
            class="wb-fold d"
            aria-expanded={unfolded}
            onClick={() => setUnfolded(!unfolded)}
          >
            {n('workbench.hidden.same-cause', folded.length)}
          </button>
          {unfolded && <ul class="wb-cases d">{folded.map(row)}</ul>}
        </div>
      )}
      {group === 'hidden' && known === 0 && (
        <p class="wb-rest d">{n('workbench.hidden.before', cases.length)}</p>
      )}
      {group === 'hidden' && passed > 0 && (
        <p class="wb-rest d">{n('workbench.hidden.pass', passed)}</p>
      )}
    </section>
  );
}
