import { readdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { isSatteriProcessor } from '@astrojs/markdown-satteri';
import type { AstroIntegration } from 'astro';
import { checkCourse, type CourseConfig } from './config.ts';
import { withPolicy } from './csp.ts';
import { gatherFigureData } from './figure-data.ts';
import { GALLERY_SWITCH } from './gallery/switch.ts';
import { TIPS_FILE } from './glossary/tips.ts';
import { baseLinks } from './links.ts';
import { drawSectionIconOnce } from './section-icon.ts';
import { wholeOptions } from './whole-options.ts';

/** Our own addresses beside the chapters, and what makes each: a page, or a file. */
const ROUTES = {
  '/': 'home/Home.astro',
  '/glossary': 'glossary/Glossary.astro',
  [TIPS_FILE]: 'glossary/tips-file.ts',
  '/labs': 'labs/LabList.astro',
  '/labs/[id]': 'labs/LabPage.astro',
  '/licences': 'licences/Licences.astro',
  '/map': 'map/CourseMap.astro',
  '/playground': 'playground/PlaygroundPage.astro',
  '/sea-trial': 'sea-trial/SeaTrialPage.astro',
  '/review': 'review/Review.astro',
  '/your-work': 'work/YourWork.astro',
};

/**
 * Pages for authors: every figure in every state. They are there while one writes (`npm run dev`) and
 * in the site that tests look at; a course that is built to be read has none of them.
 */
const GALLERY = {
  '/gallery': 'gallery/Gallery.astro',
  '/gallery/[kind]': 'gallery/Sheet.astro',
};

/** Files in the built site that carry a policy of their own. */
const OWN_POLICY = ['sandbox.html'];

/**
 * Makes the site a course: checks `course.config.ts`, adds our own pages, lets chapters link
 * from the root under any base path and states lead to their pages, and gives every built page its Content-Security-Policy.
 */
export function courseIntegration(course: CourseConfig): AstroIntegration {
  return {
    name: 'course',
    hooks: {
      'astro:config:setup'({ command, config, injectRoute, addMiddleware }) {
        checkCourse(course, fileURLToPath(config.root));
        const isForAuthors = command === 'dev' || process.env[GALLERY_SWITCH] !== undefined;
        const routes = isForAuthors ? { ...ROUTES, ...GALLERY } : ROUTES;
        for (const [pattern, page] of Object.entries(routes)) {
          injectRoute({ pattern, entrypoint: `./src/course/${page}`, prerender: true });
        }
        addMiddleware({
          entrypoint: new URL('./atlas/middleware.ts', import.meta.url),
          order: 'post',
        });
        const { processor } = config.markdown;
        if (!isSatteriProcessor(processor)) throw new Error('Pages need the Sätteri processor.');
        processor.options.hastPlugins.push(baseLinks(config.base), wholeOptions());
      },
      async 'astro:build:done'({ dir }) {
        const names = await readdir(dir, { recursive: true });
        const pages = names.filter((name) => name.endsWith('.html') && !OWN_POLICY.includes(name));
        await Promise.all(
          pages.map(async (name) => {
            const file = new URL(name, dir);
            const html = gatherFigureData(drawSectionIconOnce(await readFile(file, 'utf8')));
            await writeFile(file, withPolicy(html));
          }),
        );
      },
    },
  };
}
