import type { CourseConfig } from './src/course/config.ts';

/**
 * The course as it is built and served: the one file that an instructor edits.
 * `npm run build -- --base /courses/tcp/` overrides `base` for one build.
 */
export const course: CourseConfig = {
  base: '/',
  title: 'TCP, plank by plank',
  chapters: [
    'ground/road',
    'ground/numbers',
    'ground/state-machine',
    'handshake/three-way',
    'closing/two-goodbyes',
    'closing/slam-the-door',
    'waiting/time-wait',
    'waiting/time-wait-in-production',
    'operating/every-state',
  ],
  labs: [
    'router',
    'ring',
    'acceptable',
    'closed',
    'listen',
    'syn-received',
    'syn-sent',
    'carry-bytes',
    'fin-wait',
    'close-wait',
    'closing',
    'reset',
    'time-wait',
  ],
};
