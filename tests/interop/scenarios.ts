import type { Scenario } from './scenario.ts';
import { ANSWERS } from './scenarios/answers.ts';
import { CLOSING } from './scenarios/close.ts';
import { MESSAGES } from './scenarios/icmp.ts';
import { VERSION_6 } from './scenarios/ipv6.ts';
import { LISTENING } from './scenarios/listen.ts';
import { OPENING } from './scenarios/open.ts';
import { OPTIONS } from './scenarios/options.ts';
import { RESETS } from './scenarios/reset.ts';
import { SILENCE } from './scenarios/silence.ts';
import { REOPENING } from './scenarios/time-wait.ts';
import { TRANSFERS } from './scenarios/transfer.ts';
import { WINDOWS } from './scenarios/window.ts';

/** All of them, in the order in which they are reported. */
export const SCENARIOS: readonly Scenario[] = [
  ...OPENING,
  ...TRANSFERS,
  ...CLOSING,
  ...RESETS,
  ...REOPENING,
  ...WINDOWS,
  ...SILENCE,
  ...MESSAGES,
  ...LISTENING,
  ...VERSION_6,
  ...OPTIONS,
  ...ANSWERS,
];
