/* The figures of RFC 9293 §3.5 in which something has gone wrong, as scenarios: every segment and every state. */
import { describe, expect, it } from 'vitest';
import type { Config } from '#tcp';
import { segments, signals, stage, states } from './fixtures.ts';
import { runScenario } from './run.ts';
import type { Scenario, ScriptLine } from './scenario.ts';

/**
 * Line 1 of Figures 9 and 10: the two were connected, B sends 300 and receives 100 next, and A has
 * just rebooted. All that is before time 0, so a Trace begins with line 2.
 */
const halfOpen = (script: readonly ScriptLine[], config: Partial<Config> = {}): Scenario => ({
  ...stage,
  hosts: [
    { ...stage.hosts[0], isn: [99, 400] },
    { ...stage.hosts[1], isn: [299, 500], config },
  ],
  script: [
    { at: -1_000, host: 'B', do: 'listen', port: 8001 },
    { at: -900, host: 'A', do: 'connect', to: 'B:8001', from: 40_001 },
    { at: -100, host: 'A', do: 'crash' },
    ...script,
  ],
});

const callsAgain: ScriptLine = { at: 0, host: 'A', do: 'connect', to: 'B:8001', from: 40_001 };

describe('the figures of RFC 9293', () => {
  it('Figure 8: an old duplicate SYN is refused by the one who never sent it', () => {
    const trace = runScenario({
      ...stage,
      hosts: [stage.hosts[0], { ...stage.hosts[1], isn: [300, 400] }],
      old: [{ at: 60, from: 'A', fromPort: 40_001, toPort: 8001, flags: 'SYN', seq: 90 }],
      late: { A1: 120 },
    });
    expect(segments(trace)).toEqual([
      'A <SEQ=100><CTL=SYN>',
      'A <SEQ=90><CTL=SYN>',
      'B <SEQ=300><ACK=91><CTL=SYN,ACK>',
      'A <SEQ=91><CTL=RST>',
      'B <SEQ=400><ACK=101><CTL=SYN,ACK>',
      'A <SEQ=101><ACK=401><CTL=ACK>',
    ]);
    expect(states(trace, 'A')).toEqual(['CLOSED', 'SYN-SENT', 'ESTABLISHED']);
    expect(states(trace, 'B')).toEqual([
      'LISTEN',
      'SYN-RECEIVED',
      'LISTEN',
      'SYN-RECEIVED',
      'ESTABLISHED',
    ]);
  });

  describe('Figure 9: half-open connection discovery', () => {
    it('by a SYN outside the window, as the figure has it', () => {
      // The figure says that 400 lies outside: B's window ends there.
      const trace = runScenario(halfOpen([callsAgain], { rcvBuf: 300 }));
      expect(segments(trace)).toEqual([
        'A <SEQ=400><CTL=SYN>', // line 3
        'B <SEQ=300><ACK=100><CTL=ACK>', // line 4
        'A <SEQ=100><CTL=RST>', // line 5
        'A <SEQ=400><CTL=SYN>', // line 7, from here on as in Figure 6
        'B <SEQ=500><ACK=401><CTL=SYN,ACK>',
        'A <SEQ=401><ACK=501><CTL=ACK>',
      ]);
      // Line 6: the reset ends B's side, and A is still in SYN-SENT.
      expect(states(trace, 'A')).toEqual(['CLOSED', 'SYN-SENT', 'ESTABLISHED']);
      expect(states(trace, 'B')).toEqual(['ESTABLISHED', 'CLOSED', 'SYN-RECEIVED', 'ESTABLISHED']);
      expect(signals(trace, 'B')).toContain('connection reset');
    });

    it('the same by a SYN inside the window: a challenge ACK (RFC 5961 §4) is line 4, too', () => {
      const outside = runScenario(halfOpen([callsAgain], { rcvBuf: 300 }));
      const inside = runScenario(halfOpen([callsAgain]));
      expect(segments(inside)).toEqual(segments(outside));
      expect(states(inside, 'B')).toEqual(states(outside, 'B'));
    });

    it('where B believes a SYN inside the window, as RFC 793 did, it resets without asking', () => {
      const trace = runScenario(halfOpen([callsAgain], { synRule: 'RFC 793' }));
      expect(segments(trace)[1]).toMatch(/^B .*RST/);
      expect(states(trace, 'B').slice(0, 2)).toEqual(['ESTABLISHED', 'CLOSED']);
      // To A this is the answer to its call: nobody is there.
      expect(states(trace, 'A')).toEqual(['CLOSED', 'SYN-SENT', 'CLOSED']);
    });
  });

  it('Figure 10: the active side causes half-open connection discovery', () => {
    const trace = runScenario(halfOpen([{ at: 0, host: 'B', do: 'send', text: '10 octets!' }]));
    expect(segments(trace)).toEqual([
      'B <SEQ=300><ACK=100><DATA=10><CTL=ACK>', // line 2
      'A <SEQ=100><CTL=RST>', // line 3
    ]);
    expect(states(trace, 'A')).toEqual(['CLOSED']);
    expect(states(trace, 'B')).toEqual(['ESTABLISHED', 'CLOSED']);
    expect(signals(trace, 'B')).toContain('connection reset');
  });

  it('Figure 11: an old duplicate SYN initiates a reset on two passive sockets', () => {
    const trace = runScenario({
      ...stage,
      script: [
        { at: -1, host: 'A', do: 'listen', port: 8001 },
        { at: -1, host: 'B', do: 'listen', port: 8001 },
      ],
      old: [{ at: 100, from: 'A', fromPort: 8001, toPort: 8001, flags: 'SYN', seq: 90 }],
    });
    expect(segments(trace)).toEqual([
      'A <SEQ=90><CTL=SYN>', // line 2, Z = 90
      'B <SEQ=300><ACK=91><CTL=SYN,ACK>', // line 3, X = 300
      'A <SEQ=91><CTL=RST>', // line 4
    ]);
    expect(states(trace, 'A')).toEqual(['LISTEN']);
    expect(states(trace, 'B')).toEqual(['LISTEN', 'SYN-RECEIVED', 'LISTEN']);
    // Line 5: nobody was told of a caller who never was.
    expect([...signals(trace, 'A'), ...signals(trace, 'B')]).toEqual([]);
  });
});
