import { labsOf } from './parts.ts';
import { testPower } from './power.ts';

await testPower(labsOf(3), process.env['COURSE_DEEP'] !== undefined);
