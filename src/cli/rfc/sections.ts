import { followed, followedIn, outOfScope, type Requirement } from './requirement.ts';

const section = (id: string): readonly Requirement[] => followed(id.split('/')[0] ?? id, id);

/** §3.10 of RFC 9293, whose prose has no ids: the sections, and in them the numbered checks. */
export const SECTION_3_10: readonly Requirement[] = [
  ...['3.9.1', '3.10.1', '3.10.2', '3.10.3', '3.10.4', '3.10.5', '3.10.6'].flatMap(section),
  ...['3.10.7.1', '3.10.7.2/1', '3.10.7.2/2', '3.10.7.2/3', '3.10.7.2/4'].flatMap(section),
  ...['3.10.7.3/1', '3.10.7.3/2', '3.10.7.3/4', '3.10.7.3/5'].flatMap(section),
  ...['3.10.7.4/1', '3.10.7.4/2', '3.10.7.4/4', '3.10.7.4/5'].flatMap(section),
  ...['3.10.7.4/7', '3.10.7.4/8', '3.10.8'].flatMap(section),
  ...outOfScope('There is one security compartment, as in all systems today (Appendix A.1).', [
    ['3.10.7.3', '3.10.7.3/3', 'In SYN-SENT, third: security and compartment agree.'],
    ['3.10.7.4', '3.10.7.4/3', 'Third check: security and compartment agree.'],
  ]),
  ...outOfScope('The course leaves urgent data out.', [
    ['3.10.7.4', '3.10.7.4/6', 'Sixth check: the URG bit.'],
  ]),
];

/** Rules of other RFCs that the engine follows. */
export const OTHER_RFCS: readonly Requirement[] = [
  ...followedIn(1122, '3.2.1.2'),
  ...followedIn(1191, '6.4'),
  ...followedIn(1337, '3'),
  ...followedIn(2018, '2', '4'),
  ...followedIn(4987, '2.2', '3.6'),
  ...followedIn(5927, '4.1', '5.2'),
  ...followedIn(5961, '3.2', '4.2', '5.2', '7'),
  ...followedIn(6191, '2'),
  ...followedIn(6298, '2.2', '2.3', '5.1', '5.2', '5.3', '5.4', '5.5', '5.6', '5.7'),
  ...followedIn(6528, '3'),
  ...followedIn(6582, '3.2'),
  ...followedIn(7323, '2.2', '2.3', '3.2', '4.3', '5.3'),
];

/** What systems do and no RFC asks for: switches of a profile. It has to be exercised all the same. */
export const SYSTEMS: readonly Requirement[] = [
  'FIN-WAIT-2',
  'RFC 793',
  'SYN in SYN-RECEIVED',
  'TIME-WAIT',
  'repeated SYN',
  'reset in CLOSING',
  'simultaneous open',
].map((name) => ({
  id: `impl/${name}`,
  source: 'no RFC',
  scope: 'followed',
  meaning: null,
  reason: null,
}));
