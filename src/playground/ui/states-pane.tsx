import { useMemo, useRef } from 'preact/hooks';
import { colourWords } from '#figures/ladder/colour-words.ts';
import type { Edge } from '#figures/states/edge.ts';
import { EDGES } from '#figures/states/edges.ts';
import { pathTaken, type Taken } from '#figures/states/path.ts';
import { statesSvg } from '#figures/states/svg.ts';
import { edgeWords, numberOf } from '#figures/states/words.ts';
import '#figures/states/states.css';
import type { State } from '#tcp';
import type { Translator } from '#text/text.ts';
import { statesAt } from '#trace/states-at.ts';
import { type HostName, hostNames } from '../model/setup.ts';
import { latestOf } from '../model/view.ts';
import { useGround } from './ground.ts';
import { hostTitleOf } from './names.ts';
import { useTexts } from './texts.ts';
import { useWidth } from './use-width.ts';

/** Two diagrams with numbers for words need this much room side by side, px. */
const BESIDE = 740;
const ONE = 660;

/** The state diagram of each host: where it is, and the way it has come. `laid`: the reader's planks. */
export function StatesPane({ laid }: { readonly laid: readonly string[] }) {
  const { run, view, desk, mine } = useGround();
  const { t } = useTexts();
  const place = useRef<HTMLDivElement>(null);
  const width = useWidth(place);
  const states = statesAt(run.trace, view.now);
  const path = pathTaken(run.trace, view.now);
  const form = width >= ONE && width < BESIDE ? 'wide' : 'narrow';
  return (
    <details class="pg-states" open>
      <summary>
        <h2 class="cap">{t('playground.states')}</h2>
      </summary>
      <div class="pg-diagrams" ref={place}>
        {hostNames(desk.session.setup).map((host) => (
          <Diagram
            key={host}
            host={host}
            state={latestOf(view, host)?.tcb.state ?? states[host] ?? 'CLOSED'}
            path={path.filter((taken) => taken.host === host)}
            laid={mine.includes(host) ? laid : NONE}
            form={form}
          />
        ))}
      </div>
    </details>
  );
}

/** By which edge it came there, with its number if the drawing has it. */
function wordsOf(edge: Edge, t: Translator): string {
  const line = t('states.line', edgeWords(edge, t));
  const isNumbered = edge.group === 'figure';
  return colourWords(isNumbered ? t('playground.states.by', { n: numberOf(edge), line }) : line);
}

const NONE: readonly string[] = [];

interface DiagramProps {
  readonly host: HostName;
  readonly state: State;
  readonly path: readonly Taken[];
  readonly laid: readonly string[];
  readonly form: 'wide' | 'narrow';
}

/** One host's diagram: drawn anew only when the host goes on, not whenever the clock does. */
function Diagram({ host, state, path, laid, form }: DiagramProps) {
  const { desk } = useGround();
  const { t } = useTexts();
  const { setup } = desk.session;
  const last = EDGES.find(({ id }) => id === path.at(-1)?.edge);
  const way = path.map(({ edge }) => edge).join();
  const svg = useMemo(() => {
    // The others have no disc here, but their places tell a host on the left from one on the right.
    const hosts = hostNames(setup).map((name) => [name, name === host ? state : null] as const);
    return statesSvg({ t, form, hosts: Object.fromEntries(hosts), path, mine: laid });
  }, [t, setup, host, state, way, laid, form]);
  return (
    <figure>
      <figcaption>
        <b>
          {t('playground.states.of', {
            host: hostTitleOf(host, setup, t),
            state: t(`state.${state}`),
          })}
        </b>
        {last?.to === state && <span dangerouslySetInnerHTML={{ __html: wordsOf(last, t) }} />}
      </figcaption>
      <div dangerouslySetInnerHTML={{ __html: svg }} />
    </figure>
  );
}
