/** Something that people ask, or say, about TCP connections, and where the course answers it. */
export interface Asked {
  /** As it is asked or said. */
  readonly words: string;
  /** It is said, and it is not so. Otherwise it is a question. */
  readonly isMyth: boolean;
  /** The section that answers it, from the root. */
  readonly at: string;
}

const ROAD = '/ground/road/';
const THREE = '/handshake/three-way/';
const NUMBERS = '/ground/numbers/';
const STATES = '/ground/state-machine/';
const CLOSE = '/closing/two-goodbyes/';
const SLAM = '/closing/slam-the-door/';
const WAIT = '/waiting/time-wait/';
const PRODUCTION = '/waiting/time-wait-in-production/';
const RECEIVED = '/states/syn-received/';
const SENT = '/states/syn-sent/';
const LISTEN = '/states/listen/';

const ask = (words: string, at: string): Asked => ({ words, isMyth: false, at });
const said = (words: string, at: string): Asked => ({ words, isMyth: true, at });

/** By subject, in the order in which the course comes to them. */
export const QUESTIONS: Readonly<Record<string, readonly Asked[]>> = {
  road: [
    said(
      'Every router wraps the content anew, and all headers change.',
      `${ROAD}#over-two-routers`,
    ),
    ask('What does a NAT change that a router does not?', `${ROAD}#what-a-nat-changes-besides`),
    said('TCP has six flags.', `${NUMBERS}#the-flags`),
    ask(
      'Why does tcpdump call the checksum of my own packets incorrect?',
      `${ROAD}#octet-by-octet`,
    ),
    said(
      'A packet that arrives with TTL 60 and left with 64 has passed five routers.',
      `${ROAD}#the-number-that-falls`,
    ),
  ],
  numbers: [
    ask(
      'Why does the number go up by one when no byte was sent?',
      `${NUMBERS}#what-takes-up-a-number`,
    ),
    ask('Why does a FIN need a number?', `${NUMBERS}#what-takes-up-a-number`),
    said('An ACK uses up a sequence number.', `${NUMBERS}#what-takes-up-a-number`),
    said(
      'The acknowledgment number is the sequence number plus one.',
      `${NUMBERS}#what-takes-up-a-number`,
    ),
    ask('How can numbers that begin again at 0 be compared?', `${NUMBERS}#numbers-on-a-ring`),
    said('A server can have 65 535 connections at most.', `${STATES}#how-many`),
    said('A client can have 65 535 connections at most.', `${STATES}#how-many`),
    said('The connection is in the state FIN ACK.', `${STATES}#the-state-diagram`),
    said('The initial sequence number is random.', `${NUMBERS}#the-first-number`),
  ],
  opening: [
    ask('Why three messages and not two?', `${THREE}#why-not-two`),
    said('Three, so that both sides prove that they can send and receive.', `${THREE}#why-not-two`),
    ask('Why not four?', `${THREE}#why-not-four-and-why-closing-takes-four`),
    said(
      'If the third segment is lost and the client sends data, the server resets.',
      `${THREE}#the-ack`,
    ),
    said('The client learns that its third segment was lost.', `${THREE}#the-ack`),
    said('A SYN may not carry data.', `${THREE}#data-before-the-handshake-is-over`),
    ask('May the third segment carry data?', `${THREE}#who-is-open-when`),
    said(
      'The handshake is also how connections are taken down.',
      `${THREE}#why-not-four-and-why-closing-takes-four`,
    ),
    said(
      'The server has no part in it before accept().',
      `${THREE}#it-is-the-kernel-that-shakes-hands`,
    ),
    ask('How often is a SYN repeated, and for how long?', `${THREE}#the-syn`),
    ask(
      'Refused, timed out, no route: what is the difference?',
      `${SENT}#one-a-hundred-fifty-thousand`,
    ),
    said(
      'If both call at once, two connections come of it.',
      `${THREE}#why-not-four-and-why-closing-takes-four`,
    ),
    ask('Can a program connect to a port where nobody listens?', '/glossary/#self-connect'),
    ask('Why can a firewall break window scaling?', `${THREE}#what-each-segment-carries`),
  ],
  doorstep: [
    ask('What is the SYN queue, and what the accept queue?', `${LISTEN}#how-it-shows`),
    said('tcp_max_syn_backlog sets the length of the SYN queue.', `${RECEIVED}#the-wrong-fix`),
    said('‘Possible SYN flooding’ means an attack.', '/operating/every-state/#counters'),
    said('SYN cookies cost nothing.', `${RECEIVED}#the-wrong-fix`),
    ask(
      'What happens to the third segment when the accept queue is full?',
      `${RECEIVED}#the-usual-cause-and-the-right-fix`,
    ),
    ask('With a backlog of 0, can anybody connect?', `${LISTEN}#how-it-shows`),
    ask('What are Recv-Q and Send-Q of a listener?', '/operating/every-state/#the-queues'),
    said('Against overload, set tcp_abort_on_overflow.', `${RECEIVED}#the-wrong-fix`),
  ],
  closing: [
    ask('Can four segments become three?', `${CLOSE}#three-to-open-four-to-close`),
    ask('What is the difference between close() and shutdown()?', `${CLOSE}#what-the-programs-see`),
    ask('How does the peer know which of the two I called?', `${CLOSE}#what-the-programs-see`),
    said('SHUT_RD tells the other side to stop.', `${CLOSE}#what-the-programs-see`),
    said('SHUT_WR throws away what has not been sent.', `${CLOSE}#what-the-programs-see`),
    said('After a FIN the connection is closed.', `${CLOSE}#a-connection-ends-twice`),
    said('Half-open is the same as half-closed.', `${SLAM}#half-open`),
    said('If a process crashes, the other side is never told.', `${SLAM}#closed-and-not-read`),
    said('ESTABLISHED means that the other side is there.', `${SLAM}#half-open`),
    ask('What has TCP keepalive to do with HTTP keep-alive?', `${SLAM}#asking`),
    said('A keepalive of two hours keeps my connections alive behind a NAT.', `${SLAM}#asking`),
    said(
      'An AWS NAT gateway forgets a silent connection after 60 s.',
      '/states/established/#how-long-it-lasts',
    ),
    ask('When is SO_LINGER with a time of 0 right?', `${SLAM}#slamming-on-purpose`),
    said('CLOSE-WAIT can be tuned away.', `${SLAM}#left-open`),
    ask(
      'CLOSE-WAIT or TIME-WAIT: who closed first?',
      `${SLAM}#whose-fault-is-a-pile-of-close-wait`,
    ),
    said('tcp_fin_timeout bounds FIN-WAIT-1.', `${SLAM}#left-open`),
    said('FIN-WAIT-2 ends after 60 s.', `${SLAM}#left-open`),
  ],
  waiting: [
    ask('Why two MSL and not one?', `${WAIT}#why-twice`),
    said('tcp_fin_timeout is the length of TIME-WAIT.', `${WAIT}#how-long-it-really-takes`),
    said('TIME-WAIT lasts four minutes.', `${WAIT}#how-long-it-really-takes`),
    said('Each TIME-WAIT on a server takes up one of its ports.', `${PRODUCTION}#what-runs-out`),
    said('A server in TIME-WAIT refuses the same client port.', `${WAIT}#a-new-call`),
    ask('No port left, and hardly a TIME-WAIT: why?', `${PRODUCTION}#ports-locked-without-need`),
    said('Set tcp_tw_reuse and tcp_tw_recycle to 1.', `${PRODUCTION}#tcp_tw_recycle`),
    ask('How do I get rid of a TIME-WAIT at once?', `${PRODUCTION}#address-already-in-use`),
    said('Many TIME-WAITs mean that somebody does not close properly.', `${WAIT}#three-ways-in`),
    said('TTL 64 means 64 seconds.', `${WAIT}#how-long-can-a-segment-live`),
  ],
};
