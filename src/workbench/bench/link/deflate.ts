/** Can this browser deflate? Where it cannot, links are longer, and short ones cannot be read. */
export function canDeflate(): boolean {
  try {
    // Some know streams that deflate, and not this form of them.
    new DecompressionStream('deflate-raw');
    return true;
  } catch {
    return false;
  }
}

/** Octets as RFC 1951 deflates them, without a header. */
export async function deflate(octets: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const stream = new Blob([octets]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/**
 * The octets again, if they are no more than `most`: a few octets can be told to swell to many
 * megabytes, so reading ends there. `null`: too many, or nothing that was deflated.
 */
export async function inflate(
  octets: Uint8Array<ArrayBuffer>,
  most: number,
): Promise<Uint8Array | null> {
  const stream = new Blob([octets]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  const reader = stream.getReader();
  const parts: Uint8Array[] = [];
  let length = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      length += value.length;
      if (length > most) {
        void reader.cancel().catch(() => undefined);
        return null;
      }
      parts.push(value);
    }
  } catch {
    return null;
  }
  const all = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
