import type { HastPluginDefinition } from 'satteri';

/** An option of a command, or a flag like it: what follows its hyphen belongs on the same line. */
const OPTION = /(?<=^|\s)(-\S+)/;

/** Keeps the options of commands in running text whole: browsers break a line after a hyphen. */
export function wholeOptions(): HastPluginDefinition {
  return {
    name: 'course-whole-options',
    element: {
      filter: ['code'],
      visit(node, ctx) {
        const [text, ...more] = node.children;
        if (text?.type !== 'text' || more.length > 0) return;
        const parent = ctx.parent(node);
        if (parent.type === 'element' && parent.tagName === 'pre') return;
        // Options and what lies between in turns, beginning with what lies between.
        const parts = text.value.split(OPTION);
        if (parts.length === 1) return;
        const children = parts.map((value, i) =>
          i % 2 === 0 ? textNode(value) : option([textNode(value)]),
        );
        return { ...node, children };
      },
    },
  };
}

const textNode = (value: string) => ({ type: 'text' as const, value });

const option = (children: ReturnType<typeof textNode>[]) => ({
  type: 'element' as const,
  tagName: 'span',
  properties: { className: ['whole'] },
  children,
});
