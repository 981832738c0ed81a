import { addressCases } from './cases/addresses.ts';
import { doorstepCases } from './cases/doorstep.ts';
import { portCases } from './cases/ports.ts';
import { reopeningCases } from './cases/reopening.ts';
import { ringCases } from './cases/ring.ts';
import { wireCases } from './cases/wire.ts';
import type { Case } from './cases/case.ts';

/** What no segment of one host can show, as questions to an engine. */
export const CASES: readonly Case[] = [
  ...ringCases,
  ...wireCases,
  ...doorstepCases,
  ...portCases,
  ...reopeningCases,
  ...addressCases,
];
