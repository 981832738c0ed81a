/** How long the browser may take to begin with a file, ms. */
const PATIENCE = 60_000;

/**
 * Hands the reader a file as a download.
 * @param type its media type, such as `image/svg+xml`
 */
export function offerFile(name: string, data: string | Uint8Array | Blob, type: string): void {
  const part = data instanceof Uint8Array ? new Uint8Array(data) : data;
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([part], { type }));
  link.download = name;
  link.click();
  // The browser reads the file after the click; long before this it has begun.
  setTimeout(() => URL.revokeObjectURL(link.href), PATIENCE);
}

/** A name for a file, from words that may hold anything: letters, digits and hyphens are kept. */
export function fileName(words: string, ending: string): string {
  const plain = words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
  return `${plain === '' ? 'tcp' : plain}.${ending}`;
}
