/** The link sign behind a heading, as Starlight draws it behind each. */
const SIGN = /(class="sl-anchor-icon"><svg[^>]*>)<path ([^>]*)><\/path>(?=<\/svg>)/g;
const ID = 'section-icon';

/** A built page with the link sign of its headings drawn once, where it first stands: each is half a kilobyte. */
export function drawSectionIconOnce(html: string): string {
  let isDrawn = false;
  return html.replace(SIGN, (_, open: string, attributes: string) => {
    const sign = isDrawn ? `<use href="#${ID}"></use>` : `<path id="${ID}" ${attributes}></path>`;
    isDrawn = true;
    return open + sign;
  });
}
