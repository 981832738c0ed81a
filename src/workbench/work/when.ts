/** A moment (ISO 8601 or a date) in the reader's words: “1 March 2026 at 14:05”. */
export function when(at: string | Date, lang: string): string {
  return new Date(at).toLocaleString(lang, {
    dateStyle: 'long',
    timeStyle: 'short',
    hour12: false,
  });
}
