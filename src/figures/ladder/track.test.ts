import { describe, expect, it } from 'vitest';
import { t } from '#text/en.ts';
import { dataFromJson, dataToJson } from './data.ts';
import { ladderTexts } from './figure-texts.ts';
import { PLAYS, traceOf } from './fixtures.ts';
import { eventTimes, layoutLadder } from './layout.ts';
import { readScore } from './score.ts';
import { PLAIN } from './view.ts';
import { trackHtml } from './track.ts';
import { trackPart } from './track-part.ts';
import { neighbour, snapped } from './walk.ts';

const trace = traceOf('close');
const score = readScore(trace);
const geometry = layoutLadder(trace, { width: 'wide', t });
const times = eventTimes(trace, score);

describe('the track', () => {
  it('folds waits as the drawing does', () => {
    expect(trackPart(geometry, score.start)).toBe(0);
    expect(trackPart(geometry, score.end)).toBe(1);
    expect(trackPart(geometry, 520)).toBeGreaterThan(0.7);
  });

  it('has a tick for every event', () => {
    const marks = /class="marks" d="([^"]*)"/.exec(trackHtml(geometry, score, times, t))?.[1];
    expect(marks?.match(/M/g)).toHaveLength(times.length);
  });
});

describe('the caret', () => {
  it('steps from event to event and stays at the ends', () => {
    expect(neighbour([0, 40, 80], 40, 1)).toBe(80);
    expect(neighbour([0, 40, 80], 30, -1)).toBe(0);
    expect(neighbour([0, 40, 80], 80, 1)).toBe(80);
    expect(neighbour([0, 40, 80], 0, -1)).toBe(0);
  });

  it('snaps to an event that is near', () => {
    expect(snapped(geometry, times, 42, 5)).toBe(40);
    expect(snapped(geometry, times, 60, 5)).toBe(60);
  });
});

describe('the data in the page', () => {
  it('survives, octets included, and cannot end its script element', () => {
    const said = { numbering: 'absolute', lines: [[0, '</script>', '', '']] } as const;
    const data = { trace, said, scenario: PLAYS.close, lang: 'en', now: null, view: PLAIN };
    const json = dataToJson(data);
    expect(json).not.toContain('<');
    expect(dataToJson(dataFromJson(json))).toBe(json);
    const sent = dataFromJson(json).trace.entries.find((entry) => entry.n === 12);
    expect(sent).toMatchObject({ n: 12 });
  });

  it('brings the texts of figures, and of the rules that its trace names', () => {
    const messages = { 'ladder.lost': '', 'rule.3.10.1': '', 'rule.MAY-1': '', 'lab.run': '' };
    expect(Object.keys(ladderTexts(messages, trace))).toEqual(['ladder.lost', 'rule.3.10.1']);
  });
});
