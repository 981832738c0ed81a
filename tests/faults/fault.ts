import type { Planks, ProfileName } from '#tcp';

/**
 * A broken engine: the reference with some planks replaced by others that do one thing wrong. Suites
 * are measured by how many faults they notice.
 */
export interface Fault {
  /** Unique, in words with hyphens. */
  readonly name: string;
  /** What is wrong, in one line. */
  readonly says: string;
  /**
   * Where the mistake comes from: a lab that warns of it (labs count as in the course, behaviours as in
   * the list that the course was planned from), a rule, a report of somebody's bug.
   */
  readonly source: string;
  readonly planks: Partial<Planks>;
  /**
   * What must notice it: a script below `tests/packetdrill`, or a table case by its name where no
   * segment can show the fault.
   */
  readonly killedBy: string;
  /** The profile in which the script is played, if not rfc9293. */
  readonly profile?: ProfileName;
}
