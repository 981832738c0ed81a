import type { Engine } from '#tcp';

/** Something that holds for a right engine. */
export interface Case {
  readonly name: string;
  holds(engine: Engine): boolean;
}
