/** What `labs/<id>/lab.ts` says of a lab. Texts, hints and suites lie beside it as files. */
export interface Lab {
  /** The folder's name, and the last part of the lab's address. For good. */
  readonly id: string;
  /** The chapter it belongs to, as in the chapter's address: `handshake/three-way`. */
  readonly chapter: string;
  /** What the learner's module must export; each name is a plank of the engine. */
  readonly planks: readonly string[];
  readonly profile: 'rfc9293' | 'linux' | 'freebsd';
  /** What somebody who solved it can do: one short sentence each, in English. */
  readonly objectives: readonly string[];
  /** Sections of RFC 9293 to read, in order: `3.10.7.2`. */
  readonly rfc: readonly string[];
  /** How long it takes somebody who has read the chapter. */
  readonly minutes: number;
  /** Labs that are better done before. */
  readonly needs: readonly string[];
  readonly tags: readonly string[];
}

/** A lab's texts that are no prose: `messages.<lang>.json`. */
export interface LabMessages {
  /** By test name: the sentence that stands for the test in a list. */
  readonly tests: Readonly<Record<string, string>>;
  /** By mutant name: what to say to somebody who made that mistake. */
  readonly mutants: Readonly<Record<string, string>>;
}
