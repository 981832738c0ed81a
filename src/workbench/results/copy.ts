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
