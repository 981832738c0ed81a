/** Puts a text on the clipboard. `false` if the browser does not let us. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Not there without HTTPS, or not allowed: whoever asked says so and shows the text.
    return false;
  }
}

/** What browsers take on their clipboard. */
type ClipboardType = 'text/plain' | 'image/png';

/**
 * Puts something on the clipboard that is still in the making: browsers want to be asked at once when
 * a button is pressed. `false` if the browser does not let us, or if it cannot be made.
 */
export async function copyLate(type: ClipboardType, data: Promise<Blob>): Promise<boolean> {
  // Where nobody takes it, nobody hears that it failed either.
  data.catch(() => {});
  try {
    await navigator.clipboard.write([new ClipboardItem({ [type]: data })]);
    return true;
  } catch {
    return false;
  }
}
