import { describe, expect, it } from 'vitest';
import { t } from '#text/en.ts';
import { PLAY_NAMES, traceOf, type Play } from './fixtures.ts';
import { listHtml, listLadder } from './list.ts';
import { loseHtml, toggleLost } from './lose.ts';
import { tellOutcome } from './outcome.ts';
import { addressOf, citation, ruleInWords } from './rules.ts';
import { readScore } from './score.ts';
import { colourWords } from './colour-words.ts';
import { sentenceAt } from './words.ts';

const at = (play: Play, now: number) => {
  const trace = traceOf(play);
  return sentenceAt(trace, readScore(trace), now, t);
};

describe('sentenceAt', () => {
  it('tells the events of a moment', () => {
    expect(at('handshake', 0)).toBe(
      'The user of the client calls OPEN. It sends SYN seq=100 and goes from CLOSED to SYN-SENT.',
    );
    expect(at('SYN lost', 24)).toBe('SYN seq=100 from the client is lost on the way.');
  });

  it('tells what is on its way, and what it says', () => {
    expect(at('handshake', 60)).toContain('your 100 has arrived (ack=101), and mine begin at 300');
  });

  it('tells who waits when nothing is on its way', () => {
    expect(at('SYN lost', 500)).toBe(
      'Nothing is on its way. The client waits for an answer until 1 s, then it sends again.',
    );
    expect(at('close', 30_000)).toContain('The client waits 2MSL, until 60.48 s.');
  });

  it.each(PLAY_NAMES)('has a sentence for every moment of %s', (play) => {
    const trace = traceOf(play);
    const score = readScore(trace);
    for (let i = 0; i <= 100; i++) {
      const now = score.start + ((score.end - score.start) * i) / 100;
      expect(sentenceAt(trace, score, now, t)).toMatch(/\.$|”\.$/);
    }
  });
});

describe('colourWords', () => {
  it('colours events and leaves states in ink', () => {
    expect(colourWords('A SYN,ACK in SYN-SENT, then FIN < 3')).toBe(
      'A <b class="ev-syn">SYN,ACK</b> in <span class="state">SYN-SENT</span>, then <b class="ev-fin">FIN</b> &lt; 3',
    );
  });

  it('leaves variables in ink', () => {
    expect(colourWords('an ACK at SEG.ACK')).toBe('an <b class="ev-ack">ACK</b> at SEG.ACK');
  });
});

describe('listLadder', () => {
  it('tells every event with its rule', () => {
    const items = listLadder(traceOf('handshake'), t);
    expect(items.map(({ time }) => time)).toEqual(['0 ms', '40 ms', '80 ms', '120 ms']);
    expect(items[1]?.text).toBe(
      'SYN seq=100 len=1 reaches the server. It sends SYN,ACK seq=300 ack=101 len=1 and goes from LISTEN to SYN-RECEIVED.',
    );
    expect(items[1]?.rules).toEqual([
      expect.stringMatching(
        /^In LISTEN, third: a SYN is answered with SYN,ACK.*\. \(RFC\u00a09293\u00a0§3\.10\.7\.2\)$/,
      ),
    ]);
  });

  it('says a rule in words once, and names its place after that', () => {
    const rules = listLadder(traceOf('close'), t).flatMap((item) => item.rules);
    const inWords = rules.filter((rule) => !rule.startsWith('('));
    expect(new Set(inWords).size).toBe(inWords.length);
    expect(rules.length).toBeGreaterThan(inWords.length);
    for (const rule of rules) expect(rule).toMatch(/\(.*\)$/);
  });

  it.each(PLAY_NAMES)('is in order of time and names every lost segment of %s', (play) => {
    const trace = traceOf(play);
    const items = listLadder(trace, t);
    const lost = trace.entries.filter((e) => e.kind === 'transit' && e.fate === 'lost');
    const told = items.filter(({ text }) => /lost on the way|throws .* away/.test(text));
    expect(told).toHaveLength(lost.length);
    expect(listHtml(items).match(/<li>/g)).toHaveLength(items.length);
  });
});

describe('rules', () => {
  it('says a rule in words, and where it stands', () => {
    expect(ruleInWords('RFC5961/7', t)).toMatch(/^Challenge ACKs .*\. \(RFC\u00a05961\u00a0§7\)$/);
    expect(ruleInWords('impl/FIN-WAIT-2', t)).toMatch(
      /^A FIN-WAIT-2 .*\. \(no RFC asks for this\)$/,
    );
  });

  it.each([
    ['3.10.7.4/5', 'rfc9293#section-3.10.7.4'],
    ['RFC5961/4.2', 'rfc5961#section-4.2'],
    ['MUST-11', 'rfc9293#appendix-B'],
    ['impl/TIME-WAIT', null],
    ['my own idea', null],
  ])('knows where %s can be read', (rule, path) => {
    const href = path === null ? null : `https://www.rfc-editor.org/rfc/${path}`;
    expect(addressOf(rule)).toBe(href);
  });

  it('cites what it has no words for', () => {
    expect(ruleInWords('MUST-99', t)).toBe('RFC\u00a09293, MUST-99');
    expect(citation('my own idea', t)).toBe('my own idea');
  });
});

describe('losing segments', () => {
  it('has a button for every segment, pressed if it is lost', () => {
    const lossy = traceOf('SYN lost');
    const html = loseHtml(lossy, readScore(lossy), t);
    expect(html.match(/<button/g)).toHaveLength(4);
    expect(html).toContain('data-lose="A1" aria-pressed="true"');
    expect(html).toContain('data-lose="A2" aria-pressed="false"');
  });

  it('forgets what was lost later, since that is another segment now', () => {
    expect(toggleLost(traceOf('handshake'), 'B1')).toEqual(['B1']);
    expect(toggleLost(traceOf('three SYNs lost'), 'A4')).toEqual(['A1', 'A2', 'A3', 'A4']);
    expect(toggleLost(traceOf('three SYNs lost'), 'A2')).toEqual(['A1']);
  });

  it('tells the outcome', () => {
    expect(tellOutcome(traceOf('SYN lost'), 'A1', t)).toBe(
      'SYN of the client is lost. It is sent again at 1 s. In the end the client is in ESTABLISHED, the server is in ESTABLISHED.',
    );
    expect(tellOutcome(traceOf('ACK lost'), 'A2', t)).toContain('It is not sent again.');
    expect(tellOutcome(traceOf('handshake'), 'A1', t)).toMatch(/^Nothing is lost\./);
  });
});
