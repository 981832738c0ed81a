/** The parts of Starlight that are drawn by us instead. Paths are from the project's root. */
export const overrides = Object.fromEntries(
  [
    'Banner',
    'ContentPanel',
    'Footer',
    'Head',
    'Header',
    'Hero',
    'MarkdownContent',
    'MobileTableOfContents',
    'PageFrame',
    'PageSidebar',
    'PageTitle',
    'Search',
    'Sidebar',
    'SiteTitle',
    'TableOfContents',
    'ThemeProvider',
    'ThemeSelect',
    'TwoColumnContent',
  ].map((name) => [name, `./src/course/frame/${name}.astro`]),
);

/** The style sheets of every page, in their order. Home and labs bring their own besides. */
export const styleSheets = [
  'tokens',
  'fonts',
  'base',
  'controls',
  'header',
  'search',
  'frame',
  'sidebar',
  'title-block',
  'contents',
  'prose',
  'figures',
  'boxes',
  'footer',
  'preferences',
  'print',
].map((name) => `./src/course/styles/${name}.css`);
