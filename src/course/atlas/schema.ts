import { z } from 'astro/zod';
import { STATES } from '#tcp/state.ts';

/*
 * What a page of the atlas says of its state in a few words: its frontmatter. The page's own tables,
 * the comparison and the poster are made of it. In these texts `code` stands between backticks;
 * events and states get their lettering by themselves.
 */

/** How long one system, or the RFC, keeps a connection in a state. */
const lasting = z.object({
  on: z.string(),
  long: z.string(),
  /** Where that is written or was measured. */
  from: z.string(),
});

export const atlasSchema = z.object({
  state: z.enum(STATES),
  /** Which end of a connection is in it. */
  who: z.string(),
  /** What it waits for. */
  waits: z.string(),
  /** Who or what can end it. */
  ends: z.string(),
  /** How long, in a few words. */
  briefly: z.string(),
  lasts: z.array(lasting).min(2),
  /** What a capture shows while a connection is in it. */
  wire: z.string(),
  /** What some of them mean. */
  one: z.string(),
  hundred: z.string(),
  thousands: z.string(),
  cause: z.string(),
  fix: z.string(),
  /** What people do instead, and why it does not help. */
  wrong: z.string(),
});

/** The frontmatter of one state's page. */
export type AtlasFacts = z.infer<typeof atlasSchema>;
