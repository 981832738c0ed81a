import { deviates, followed, inPart, outOfScope, type Requirement } from './requirement.ts';

/*
 * The 119 requirements of RFC 9293 that have an id, by the section whose text gives it. MUST-22
 * stands in the table of Appendix B only.
 */

const HEADER = [
  ...followed('3.1', 'MUST-1', 'REC-1', 'MUST-2', 'MUST-3', 'MUST-4', 'MUST-5', 'MUST-6', 'MUST-7'),
  ...followed('3.1', 'MUST-68', 'MUST-69'),
  ...followed('3.2', 'MUST-64', 'MUST-65'),
  ...inPart('3.4', 'MUST-66', 'The reset is; the urgent pointer is left out with all urgent data.'),
  ...followed('3.4.1', 'MUST-8', 'SHLD-1', 'MUST-9'),
];

const OPENING_AND_CLOSING = [
  ...followed('3.5', 'MUST-10', 'MUST-11'),
  ...followed('3.5.3', 'SHLD-2'),
  ...followed('3.6', 'MUST-12'),
  ...followed('3.6.1', 'MUST-13', 'MAY-1', 'SHLD-3', 'SHLD-4'),
  ...inPart(
    '3.6.1',
    'MAY-2',
    'A SYN that proves to be an old duplicate does not lead back to TIME-WAIT: the old connection is forgotten by then.',
  ),
];

const SEGMENT_SIZE = [
  ...followed('3.7.1', 'MUST-14', 'SHLD-5', 'MAY-3', 'MUST-15', 'MUST-16', 'MUST-67'),
  ...outOfScope('The interfaces of this world have one MTU, which never changes.', [
    ['3.7.3', 'SHLD-6', 'Where the MTU varies the smallest one counts for the MSS.'],
  ]),
  ...followed('3.7.4', 'SHLD-7', 'MUST-17'),
];

const COMMUNICATION = [
  ...followed('3.8.1', 'MUST-18'),
  ...deviates(
    '3.8.1',
    'MAY-4',
    'A retransmission may bear the IP identification of the original.',
    'A permission that is not used: every datagram has a number of its own, so that captures tell copies from retransmissions.',
  ),
  ...inPart(
    '3.8.2',
    'MUST-19',
    'Of the three algorithms only the backoff of the RTO is built. Slow start and congestion avoidance are another course’s subject; `transmit` is the plank where they would go.',
  ),
  ...outOfScope('Congestion control is another course’s subject.', [
    ['3.8.2', 'MAY-18', 'Other congestion control algorithms may take the place of these.'],
    ['3.8.2', 'SHLD-8', 'Explicit congestion notification (ECN) is used.'],
  ]),
  ...inPart(
    '3.8.3',
    'MUST-20',
    'At R1 the user is told, but not IP: no host here has a second gateway.',
  ),
  ...followed('3.8.3', 'MUST-21', 'SHLD-9', 'SHLD-10', 'SHLD-11', 'MUST-23'),
  ...followed('3.8.3, Appendix B', 'MUST-22'),
  ...followed('3.8.4', 'MAY-5', 'MUST-24', 'MUST-25', 'MUST-26', 'MUST-27', 'MUST-28', 'MUST-29'),
  ...followed('3.8.4', 'SHLD-12'),
  ...deviates(
    '3.8.4',
    'MAY-6',
    'A keep-alive probe may be set to carry one octet of garbage.',
    'A permission that is not used: it was for systems that are gone.',
  ),
];

const WINDOW = [
  ...followed('3.8.6', 'SHLD-14', 'MUST-34', 'SHLD-15', 'SHLD-16', 'MAY-7', 'SHLD-17', 'MUST-35'),
  ...followed('3.8.6.1', 'MUST-36', 'MAY-8', 'MUST-37', 'SHLD-29', 'SHLD-30'),
  ...followed('3.8.6.2.1', 'MUST-38'),
  ...followed('3.8.6.2.2', 'MUST-39'),
  ...followed('3.8.6.3', 'SHLD-18', 'MUST-40', 'SHLD-19'),
];

const INTERFACES = [
  ...followed('3.9.1.1', 'MUST-41', 'MUST-42', 'MUST-43', 'MUST-44', 'MUST-45', 'MUST-46'),
  ...followed('3.9.1.8', 'MUST-47', 'SHLD-20'),
  ...followed('3.9.2', 'MUST-49', 'MUST-50'),
  ...followed('3.9.2.2', 'MUST-54', 'MUST-55', 'MUST-56', 'SHLD-25'),
  ...inPart(
    '3.9.2.2',
    'SHLD-26',
    'Hard errors end an attempt to open; on an open connection they count as soft, since anybody can forge them (RFC 5927 §5.2).',
  ),
  ...followed('3.9.2.3', 'MUST-63', 'MUST-57'),
];

const SEGMENT_ARRIVES = followed(
  '3.10.7.4',
  ...['MUST-58', 'MUST-59', 'SHLD-31', 'MAY-12', 'MAY-13'],
);

const URGENT = outOfScope(
  'The course leaves urgent data out; RFC 9293 §3.8.5 advises new programs against it. Its octets are delivered like all others.',
  [
    ['3.8.5', 'SHLD-13', 'New programs do not use urgent data.'],
    ['3.8.5', 'MUST-30', 'Urgent data is supported.'],
    ['3.8.5', 'MUST-31', 'Urgent data may be of any length.'],
    ['3.8.5', 'MUST-32', 'The user is told when urgent data comes.'],
    ['3.8.5', 'MUST-33', 'The user can learn how much urgent data is left.'],
    ['3.8.5', 'MUST-62', 'The urgent pointer names the octet after urgent data.'],
  ],
);

const PUSH = outOfScope(
  'The course leaves PUSH out: every SEND counts as pushed, as in the socket world.',
  [
    ['3.9.1.2', 'MAY-15', 'SEND may have a PUSH flag.'],
    ['3.9.1.2', 'MAY-16', 'Text that is not pushed may be gathered.'],
    ['3.9.1.2', 'MUST-60', 'Without a PUSH flag nothing is kept back for ever.'],
    ['3.9.1.2', 'MUST-61', 'Without a PUSH flag the last segment of what is queued bears PSH.'],
    ['3.9.1.2', 'SHLD-27', 'Several pushes become one segment.'],
    ['3.9.1.2', 'SHLD-28', 'Segments are as large as possible.'],
    ['3.9.1.3', 'MAY-17', 'The receiver may tell its user of PSH.'],
  ],
);

const SERVICES = [
  ...outOfScope('No call of the socket world does this.', [
    ['3.9.1.7', 'MAY-14', 'There may be a FLUSH call.'],
  ]),
  ...outOfScope('Differentiated services are IP’s business; no router here looks at them.', [
    ['3.9.1.9', 'MUST-48', 'The user can choose the Diffserv field.'],
    ['3.9.1.9', 'SHLD-21', 'The user can change the Diffserv field.'],
    ['3.9.1.9', 'SHLD-22', 'The Diffserv field goes to IP unchanged.'],
    ['3.9.1.9', 'MAY-9', 'The Diffserv field that came may be shown to the user.'],
    ['3.9.2', 'SHLD-23', 'A connection keeps its Diffserv field.'],
  ]),
  ...outOfScope('Routers drop source routes and IP timestamps today; this world has neither.', [
    ['3.9.2', 'MAY-10', 'IP timestamps may be supported.'],
    ['3.9.2', 'MAY-11', 'The record route option may be supported.'],
    ['3.9.2.1', 'MUST-51', 'The user can name a source route.'],
    ['3.9.2.1', 'MUST-52', 'The user’s source route goes before one that came.'],
    ['3.9.2.1', 'MUST-53', 'A passive OPEN answers along the route that the SYN took.'],
    ['3.9.2.1', 'SHLD-24', 'A later source route takes the place of an earlier one.'],
  ]),
];

/** The requirements of RFC 9293 that have an id. */
export const RFC_9293: readonly Requirement[] = [
  ...HEADER,
  ...OPENING_AND_CLOSING,
  ...SEGMENT_SIZE,
  ...COMMUNICATION,
  ...WINDOW,
  ...INTERFACES,
  ...SEGMENT_ARRIVES,
  ...URGENT,
  ...PUSH,
  ...SERVICES,
];
