import type { HastPluginDefinition } from 'satteri';

/** Puts the base path before an address that begins at the site's root. Others stay as they are. */
export function prefixed(href: string, base: string): string {
  const isRooted = href.startsWith('/') && !href.startsWith('//');
  return isRooted ? base.replace(/\/$/, '') + href : href;
}

/**
 * Lets chapters link with `/handshake/three-way/` whatever the base path: Astro leaves links in
 * Markdown as they are written. Reads both `[text](/…)` and `<a href="/…">`.
 */
export function baseLinks(base: string): HastPluginDefinition {
  return {
    name: 'course-base-links',
    element: {
      filter: ['a'],
      visit(node, ctx) {
        const href = node.properties['href'];
        if (typeof href === 'string') ctx.setProperty(node, 'href', prefixed(href, base));
      },
    },
    mdxJsxFlowElement: {
      filter: ['a'],
      visit: (node, ctx) => prefix(node, (href) => ctx.setProperty(node, 'href', href), base),
    },
    mdxJsxTextElement: {
      filter: ['a'],
      visit: (node, ctx) => prefix(node, (href) => ctx.setProperty(node, 'href', href), base),
    },
  };
}

interface Jsx {
  readonly attributes: readonly { readonly type: string; name?: string; value?: unknown }[];
}

function prefix(node: Jsx, set: (href: string) => void, base: string): void {
  const href = node.attributes.find(({ name }) => name === 'href')?.value;
  if (typeof href === 'string') set(prefixed(href, base));
}
