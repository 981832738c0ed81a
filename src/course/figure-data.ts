/** What a figure brings for its script: it says whose it is, or that it is texts for all of them. */
const DATA =
  /<script type="application\/json" data-(?:of="[^"]*"|figure-texts(?:="")?)>[\s\S]*?<\/script>/g;

/**
 * A built page with the data of its figures at its end, one behind the other: what is read comes
 * first, and what is alike lies close together, so that it is packed far smaller.
 */
export function gatherFigureData(html: string): string {
  const data = html.match(DATA);
  if (data === null) return html;
  return html.replace(DATA, '').replace('</body>', () => `${data.join('')}</body>`);
}
