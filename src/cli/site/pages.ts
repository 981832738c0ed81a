import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { filesBelow } from '../files.ts';

/** One HTML file of a built site. */
export interface Page {
  /** Below the site's folder: `handshake/three-way/index.html`. */
  readonly path: string;
  readonly html: string;
}

export function readPages(folder: string): readonly Page[] {
  return filesBelow(folder)
    .filter((path) => path.endsWith('.html'))
    .map((path) => ({ path, html: readFileSync(join(folder, path), 'utf8') }));
}

/** One start tag: its name and its attributes, with the entities of their values resolved. */
export interface Tag {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Where the tag begins in the text it was found in. */
  readonly at: number;
  /** Where it ends: an inline script's text begins here. */
  readonly end: number;
}

const RAW_TEXT = /(<(script|style|textarea|title)\b[^>]*>)[\s\S]*?(<\/\2\s*>)/gi;
const COMMENT = /<!--[\s\S]*?-->/g;
const TAG =
  /<([a-z][a-z0-9-]*)((?:\s+[^\s"'>/=]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+))?)*)\s*\/?>/gi;
const ATTRIBUTE = /([^\s"'>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/g;

/** All start tags of our own, well-formed output. What stands inside scripts and comments is not read. */
export function tagsOf(html: string): readonly Tag[] {
  const blank = (text: string) => ' '.repeat(text.length);
  const markup = html
    .replace(COMMENT, blank)
    .replace(RAW_TEXT, (all: string, open: string, _name: string, close: string) => {
      return open + blank(all.slice(open.length, all.length - close.length)) + close;
    });
  return [...markup.matchAll(TAG)].map((match) => ({
    name: (match[1] ?? '').toLowerCase(),
    attributes: attributesOf(match[2] ?? ''),
    at: match.index,
    end: match.index + match[0].length,
  }));
}

function attributesOf(text: string): Record<string, string> {
  return Object.fromEntries(
    [...text.matchAll(ATTRIBUTE)].map(([, name, double, single, bare]) => [
      (name ?? '').toLowerCase(),
      unescape(double ?? single ?? bare ?? ''),
    ]),
  );
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

function unescape(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (all, hex, decimal, name) => {
    if (typeof hex === 'string') return String.fromCodePoint(Number.parseInt(hex, 16));
    if (typeof decimal === 'string') return String.fromCodePoint(Number(decimal));
    return ENTITIES[String(name)] ?? all;
  });
}
