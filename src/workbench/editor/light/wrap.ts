import { RangeSetBuilder, type Extension } from '@codemirror/state';
import { Decoration, EditorView, ViewPlugin, type DecorationSet } from '@codemirror/view';

/** What a line that goes on below gets on top of its own indentation, in letters. */
const MORE = 2;

/** Indents the rest of a line that is too long as deep as the line and a little more. */
function hanging(view: EditorView): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>();
  for (const { from, to } of view.visibleRanges) {
    for (let at = from; at <= to;) {
      const line = view.state.doc.lineAt(at);
      const deep = /^\s*/.exec(line.text)?.[0].replaceAll('\t', '  ').length ?? 0;
      const style = `--hang: ${String(deep + MORE)}ch`;
      builder.add(line.from, line.from, Decoration.line({ attributes: { style } }));
      at = line.to + 1;
    }
  }
  return builder.finish();
}

/** Where the bar of a narrow sheet ends, under which no caret may hide; px from the top. */
function covered(view: EditorView): number {
  const bar = view.dom.closest('.wb')?.querySelector('.wb-actions');
  if (!bar || getComputedStyle(bar).position !== 'sticky') return 0;
  return Math.max(0, bar.getBoundingClientRect().bottom);
}

/** Long lines go on below themselves; the line with the caret is never scrolled under a bar. */
export const wrapping: Extension = [
  EditorView.lineWrapping,
  EditorView.scrollMargins.of((view) => ({ top: covered(view), bottom: 44 })),
  ViewPlugin.fromClass(
    class {
      decorations: DecorationSet;
      constructor(view: EditorView) {
        this.decorations = hanging(view);
      }
      update({
        docChanged,
        viewportChanged,
        view,
      }: {
        docChanged: boolean;
        viewportChanged: boolean;
        view: EditorView;
      }) {
        if (docChanged || viewportChanged) this.decorations = hanging(view);
      }
    },
    { decorations: (plugin) => plugin.decorations },
  ),
];
