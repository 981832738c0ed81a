import { facesOf } from './faces.ts';
import { svgFile } from './svg-file.ts';

/** The longest side, and the largest area, of a canvas that every browser can draw, px. */
const LONGEST = 16_384;
const LARGEST = 16_777_216;

/**
 * A drawing of the page as a PNG, `scale` pixels for each of its own; fewer if it would be larger than
 * a browser can draw.
 * @throws Error where the browser cannot make a picture of it, or where it is too long for one
 */
export async function pngFile(svg: SVGSVGElement, scale = 2): Promise<Blob> {
  const image = await imageOf(svgFile(svg, await facesOf(svg)));
  const k = fitting(image, scale);
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(image.width * k);
  canvas.height = Math.round(image.height * k);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('There is no canvas to draw on.');
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob === null) reject(new Error('The picture could not be written.'));
      else resolve(blob);
    }, 'image/png');
  });
}

/** The scale at which a canvas holds a picture. @throws Error if it would be smaller than the drawing */
export function fitting(size: { width: number; height: number }, scale: number): number {
  const { width, height } = size;
  const k = Math.min(
    scale,
    LONGEST / Math.max(width, height),
    Math.sqrt(LARGEST / (width * height)),
  );
  if (k < 1) throw new Error('The drawing is too long for a picture.');
  return k;
}

function imageOf(text: string): Promise<HTMLImageElement> {
  return new Promise((resolve, reject) => {
    const image = new Image();
    image.onload = () => resolve(image);
    image.onerror = () => reject(new Error('The drawing could not be read as a picture.'));
    // A data: address, because the page's policy lets pictures come from nowhere else.
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  });
}
