import { labsOf } from './parts.ts';
import { testPower } from './power.ts';

await testPower(labsOf(1), process.env['COURSE_DEEP'] !== undefined);
