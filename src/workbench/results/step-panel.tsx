import type { CaseReport } from '#judge/report.ts';
import { eventWords } from '#judge/words-of.ts';
import { withMessage } from '#judge/words.ts';
import { duration } from '#figures/ladder/time.ts';
import { colourWords } from '#figures/ladder/colour-words.ts';
import { useHeading, useTexts } from '../bench/texts.ts';
import type { Moment } from './moments.ts';
import { PlaceLink } from './section.tsx';
import { Sockets } from './sockets.tsx';
import { deedsOf, rulesOf } from './step-words.ts';
import { TcbTable } from './tcb-table.tsx';
import type { View } from './view.ts';

interface Props {
  readonly report: CaseReport;
  readonly view: View;
  readonly moment: Moment;
}

const SIDES = ['theirs', 'reference'] as const;

/** One event from within: what each host did with it, its states, its TCB, and the rule. */
export function StepPanel({ report, view, moment }: Props) {
  const { t } = useTexts();
  const Heading = useHeading(3);
  const deeds = {
    theirs: deedsOfSide(moment.theirs, report, view.theirs, t),
    reference: moment.reference
      ? deedsOf(moment.reference, view.reference, t)
      : [t('workbench.step.none')],
  };
  const rules = moment.reference ? rulesOf(moment.reference, t) : [];
  const event = eventWords(moment.event, t);
  return (
    <div class="wb-step">
      <Heading class="wb-step-event">
        <span class="when num">{duration(moment.t, t)}</span> {event}
      </Heading>
      <div class="wb-sides">
        {SIDES.map((side) => {
          const step = moment[side];
          const others = deeds[side === 'theirs' ? 'reference' : 'theirs'];
          const differs = step?.after !== moment[side === 'theirs' ? 'reference' : 'theirs']?.after;
          return (
            <div key={side} class={side}>
              <p class="cap">{t(`workbench.ladder.${side}.short`)}</p>
              {step && (
                <p class={differs ? 'wb-states ne' : 'wb-states'}>
                  {differs && <Differs />}
                  <span class="state">{step.before}</span>
                  {step.after !== step.before && (
                    <>
                      <span aria-hidden="true"> → </span>
                      <span class="sr-only"> {t('workbench.step.then')} </span>
                      <span class="state">{step.after}</span>
                    </>
                  )}
                </p>
              )}
              <ul>
                {deeds[side].map((deed) => (
                  <li class={others.includes(deed) ? '' : 'ne'}>
                    {!others.includes(deed) && <Differs />}
                    {/* Our own sentence, escaped. */}
                    <span dangerouslySetInnerHTML={{ __html: colourWords(deed) }} />
                  </li>
                ))}
              </ul>
            </div>
          );
        })}
      </div>
      {rules.length > 0 && (
        <div class="wb-rules">
          <p class="cap">{t('workbench.step.rules')}</p>
          <ul>
            {rules.map(({ words, place }) => (
              <li>
                <span dangerouslySetInnerHTML={{ __html: colourWords(words) }} />{' '}
                <PlaceLink place={place} />
              </li>
            ))}
          </ul>
        </div>
      )}
      <TcbTable moment={moment} runs={view} />
      <Sockets report={report} at={moment.t} />
    </div>
  );
}

/** The mark of what one side has and the other has not. */
function Differs() {
  const { t } = useTexts();
  return (
    <>
      <span class="mark" aria-hidden="true">
        ≠
      </span>
      <span class="sr-only">{t('workbench.tcb.differs')} </span>
    </>
  );
}

/** Where their plank did not come to an end, its verdict stands for what it did. */
function deedsOfSide(
  step: Moment['theirs'],
  { verdict, message, event, divergence }: CaseReport,
  trace: View['theirs'],
  t: ReturnType<typeof useTexts>['t'],
): readonly string[] {
  if (step) return deedsOf(step, trace, t);
  const failed = event !== null && divergence === null && verdict !== 'passed';
  return [failed ? withMessage(`verdict.say.${verdict}`, message, t) : t('workbench.step.none')];
}
