import starlight from '@astrojs/starlight';
import { satteri } from '@astrojs/markdown-satteri';
import { defineConfig } from 'astro/config';
import { fileURLToPath } from 'node:url';
import { course } from './course.config.ts';
import { codeThemes, codeStyles } from './src/course/code-theme.ts';
import { courseIntegration } from './src/course/integration.ts';
import { overrides, styleSheets } from './src/course/starlight.ts';
import { workbenchPlugins } from './src/workbench/vite/plugins.ts';

export default defineConfig({
  ...(course.site && { site: course.site }),
  base: course.base,
  // Starlight looks for content/docs and content/i18n in the source folder.
  srcDir: '.',
  // Every page is a few kilobytes: fetching ahead of a click costs more than it saves.
  prefetch: false,
  devToolbar: { enabled: false },
  markdown: { processor: satteri() },
  integrations: [
    courseIntegration(course),
    starlight({
      title: course.title,
      defaultLocale: 'root',
      locales: { root: { label: 'English', lang: 'en' } },
      favicon: '/favicon.svg',
      customCss: styleSheets,
      components: overrides,
      sidebar: course.chapters.map((slug) => ({ slug })),
      expressiveCode: {
        themes: codeThemes,
        styleOverrides: codeStyles,
        useStarlightUiThemeColors: false,
        // No chapter marks lines of code: a quarter of the style sheet less.
        textMarkers: false,
      },
      credits: false,
      disable404Route: true,
    }),
  ],
  vite: {
    plugins: workbenchPlugins(course),
    resolve: {
      alias: { tcp: fileURLToPath(new URL('./src/tcp/learner.ts', import.meta.url)) },
    },
  },
});
