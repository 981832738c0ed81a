import { defineCollection } from 'astro:content';
import { z } from 'astro/zod';
import { docsLoader, i18nLoader } from '@astrojs/starlight/loaders';
import { docsSchema, i18nSchema } from '@astrojs/starlight/schema';
import { STATES } from '#tcp/state.ts';
import { course } from './course.config.ts';
import { atlasSchema } from './src/course/atlas/schema.ts';
import { chosen } from './src/course/chosen-docs.ts';
import { isReference } from './src/course/reference.ts';

/** What a chapter says in its frontmatter besides Starlight's `title` and `description`. */
const chapter = z.object({
  /** The opening paragraph, under the title. */
  lead: z.string().optional(),
  /** One line in the register of sheets. */
  summary: z.string().optional(),
  /** What the chapter is built to: `RFC 9293 §3.5, §3.4.1`. */
  rfc: z.string().optional(),
  /** Reading time, without the labs. */
  minutes: z.number().int().positive().optional(),
  /** States that the chapter is about: the little map beside it. */
  states: z.array(z.enum(STATES)).default([]),
  /** What a page of the atlas says of its state in a few words. */
  atlas: atlasSchema.optional(),
});

export const collections = {
  docs: defineCollection({
    loader: chosen(docsLoader(), (id) => isReference(id) || course.chapters.includes(id)),
    schema: docsSchema({ extend: chapter }),
  }),
  i18n: defineCollection({
    loader: i18nLoader(),
    schema: i18nSchema({ extend: z.object({}).catchall(z.string()) }),
  }),
};
