/**
 * The faces that a drawing is set in, as a style sheet with the fonts inside it: a picture that is made
 * of a drawing cannot fetch anything. A face that cannot be had is left out; another stands in for it.
 */
export async function facesOf(svg: SVGSVGElement): Promise<string> {
  const families = familiesIn(svg);
  const rules = fontRules().filter(
    ({ style }) => families.has(plain(style.getPropertyValue('font-family'))) && isLoaded(style),
  );
  return (await Promise.all(rules.map(withFont))).join('\n');
}

const plain = (family: string) => family.replace(/["']/g, '').trim().toLowerCase();

function familiesIn(svg: SVGSVGElement): ReadonlySet<string> {
  const texts = [...svg.querySelectorAll('text, tspan')];
  const first = (text: Element) => getComputedStyle(text).fontFamily.split(',')[0] ?? '';
  return new Set(texts.map((text) => plain(first(text))));
}

/** The page's own font rules. Sheets that may not be read are passed over. */
function fontRules(): readonly CSSFontFaceRule[] {
  return [...document.styleSheets].flatMap((sheet) => {
    try {
      return [...sheet.cssRules].filter((rule) => rule instanceof CSSFontFaceRule);
    } catch {
      return [];
    }
  });
}

/** Only what the page itself has loaded is wanted: the drawing uses no more than that. */
function isLoaded(style: CSSStyleDeclaration): boolean {
  const of = (name: string, otherwise: string) => style.getPropertyValue(name) || otherwise;
  return [...document.fonts].some(
    (face) =>
      face.status === 'loaded' &&
      plain(face.family) === plain(of('font-family', '')) &&
      face.weight === of('font-weight', 'normal') &&
      face.style === of('font-style', 'normal'),
  );
}

async function withFont(rule: CSSFontFaceRule): Promise<string> {
  const source = rule.style.getPropertyValue('src');
  const url = /url\(["']?([^"')]+)["']?\)/.exec(source)?.[1];
  if (url === undefined) return '';
  try {
    const base = rule.parentStyleSheet?.href ?? document.baseURI;
    const answer = await fetch(new URL(url, base));
    if (!answer.ok) return '';
    const data = await asDataUrl(await answer.blob());
    const rest = ['font-family', 'font-weight', 'font-style', 'unicode-range']
      .map((name) => [name, rule.style.getPropertyValue(name)] as const)
      .filter(([, value]) => value !== '')
      .map(([name, value]) => `${name}:${value};`);
    return `@font-face{${rest.join('')}src:url(${data})}`;
  } catch {
    return '';
  }
}

function asDataUrl(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(new Error('The font could not be read.'));
    reader.readAsDataURL(blob);
  });
}
