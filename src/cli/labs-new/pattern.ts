import type { PlankSource } from './plank-source.ts';
import { emptyPlanks } from './empty-planks.ts';

/** What a new lab is to be. */
export interface NewLab {
  readonly id: string;
  readonly chapter: string;
  readonly rfc: string;
  readonly source: PlankSource;
}

/** A place that the author fills in; `labs:check` finds those that were forgotten. */
const gap = (what: string) => `‹${what}›`;

/** The files of a new lab, by their path in its folder. */
export function labPattern(lab: NewLab): Readonly<Record<string, string>> {
  const { source } = lab;
  return {
    'lab.ts': labFile(lab),
    'text.en.mdx': TEXT,
    'hints.en.mdx': HINTS,
    'messages.en.json': JSON.stringify(
      { tests: { [firstTest(source)]: gap('what holds, in a sentence') }, mutants: {} },
      null,
      2,
    ),
    'solution.ts': source.text,
    'starter.ts': emptyPlanks(source.text, source.planks),
    ...(source.isPlain
      ? { 'suite/visible/cases.ts': table(source.planks[0] ?? '', lab.rfc) }
      : { 'suite/visible/a-call-is-answered.pkt': script(lab.rfc) }),
  };
}

function firstTest({ isPlain }: PlankSource): string {
  return isPlain ? 'the-simplest-call' : 'a-call-is-answered';
}

const labFile = ({ id, chapter, rfc, source }: NewLab) => `import type { Lab } from '#judge/lab.ts';

export default {
  id: '${id}',
  chapter: '${chapter}',
  planks: ${JSON.stringify(source.planks)},
  profile: 'rfc9293',
  objectives: ['${gap('what somebody who solved it can do')}'],
  rfc: ['${rfc}'],
  minutes: 20,
  needs: [],
  tags: ['${gap('a word to find it by')}'],
} satisfies Lab;
`;

const TEXT = `---
title: ${gap('two or three words')}
story:
  - ${gap('where the connection stands, and what is about to happen')}
---

${gap('what to write, and what decides')}

## What Linux really does

- ${gap('what a real system does here, and where it differs')}

Source: ${gap('measured on which version, or which file')}.
`;

const HINTS = `## ${gap('a nudge: where to look')}

${gap('one idea')}

## ${gap('the point that is easily missed')}

${gap('one idea')}

## Nearly there

${gap('almost the answer')}
`;

const table = (call: string, rfc: string) => `import type { TableCase } from '#judge/suite.ts';

export default [
  {
    id: 'the-simplest-call',
    rfc: '${rfc}',
    call: '${call}',
    // A list of arguments for each call. The reference gives the answers.
    args: [],
  },
] satisfies readonly TableCase[];
`;

const script = (rfc: string) => `// rfc: ${rfc}
0 socket(..., SOCK_STREAM, IPPROTO_TCP) = 3
0 bind(3, ..., ...) = 0
0 listen(3, 1) = 0

// Somebody calls. Go on from here to what your plank does.
0.1 < S 0:0(0) win 65535 <mss 1460>
+0 > S. 0:0(0) ack 1 win 65535 <mss 1460>
`;
