import type { Change } from './change.ts';
import type { Measure } from './drag.ts';
import type { Mark } from './spaces.ts';

export type HandleId = Mark | 'carrySnd' | 'carryRcv' | 'segSeq' | 'segEnd' | 'own';

/** Something that can be taken and moved: where it is on its drawing, and what it is as a slider. */
export interface Handle {
  readonly id: HandleId;
  /** Middle and size, px of the drawing. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** As a slider: how far it is from its lowest, and how far it can go from there. */
  readonly now: number;
  readonly max: number;
  /** The value in full. */
  readonly text: string;
  /** What a page key goes by, and what Home and End lead to, in numbers from here. */
  readonly page: number;
  readonly home: number;
  readonly end: number;
  /** Numbers that a way of the pointer stands for. */
  readonly measure: Measure;
  /** While it is held the lenses keep still: else it would run away from the pointer. */
  readonly holds: boolean;
  /** Where it rests when it is dragged near Home or End: so many numbers from them. */
  readonly rest?: number;
  /** The change that moves it by so many numbers. */
  readonly move: (by: number) => Change;
}

/** No target is smaller, px. */
export const LEAST_TARGET = 24;
