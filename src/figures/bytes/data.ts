import type { Messages } from '#text/text.ts';
import { fromJson, toJson } from '#trace/json.ts';
import type { Link } from '#wire/fields/map.ts';

/** What a figure in a page needs to come alive. */
export interface BytesData {
  readonly octets: Uint8Array;
  readonly link: Link;
  /** The place of the field that is selected at first. */
  readonly field: number;
  /** The texts that are not only of figures of octets: those are fetched when one wakes. */
  readonly texts: Messages;
}

/** What a figure brings of the site's texts. */
export function bytesTexts(messages: Messages): Messages {
  const wanted = Object.entries(messages).filter(([key]) => key.startsWith('ladder.section'));
  return Object.fromEntries(wanted);
}

/** The data as JSON that may stand in a `<script>` element. */
export function bytesToJson(data: BytesData): string {
  return toJson(data).replace(/</g, '\\u003c');
}

/** The data that `bytesToJson` wrote into the page. */
export function bytesFromJson(json: string): BytesData {
  return fromJson(json) as BytesData;
}
