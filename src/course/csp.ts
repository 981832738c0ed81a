import { createHash } from 'node:crypto';

/*
 * The Content-Security-Policy of our pages. It is computed from the finished HTML, because
 * scripts that stand in the page are allowed by their hash and by nothing else.
 */

/** A `<script>` with what stands between its tags. Attributes hold no `>` in what Astro writes. */
const SCRIPT = /<script\b([^>]*)>([\s\S]*?)<\/script>/g;

const META = /<meta http-equiv="Content-Security-Policy" content="([^"]*)">/;

/** A tag that begins an element. Values of attributes may hold anything but their quotation mark. */
const TAG = /<[a-z](?:"[^"]*"|'[^']*'|[^'">])*>/gi;
const VALUE = /"[^"]*"|'[^']*'/g;

/** Attributes such as `onclick=`: no hash lets them run. */
const HANDLER = /\son[a-z]+\s*=/i;

/** Script types that are data: the browser never runs them, so they need no hash. */
const DATA = /\btype=["']?(application\/(ld\+)?json|text\/plain)/;

/** CSP hashes of the scripts that stand in a page. */
export function inlineScriptHashes(html: string): readonly string[] {
  const hashes = [...html.matchAll(SCRIPT)]
    .filter(([, attributes = '']) => !/\bsrc=/.test(attributes) && !DATA.test(attributes))
    .map(([, , code = '']) => `'sha256-${createHash('sha256').update(code).digest('base64')}'`);
  return [...new Set(hashes)];
}

/** The policy of one page. `'wasm-unsafe-eval'` is for the search index, which is WebAssembly. */
export function policy(html: string): string {
  return Object.entries({
    'default-src': ["'none'"],
    'script-src': ["'self'", "'wasm-unsafe-eval'", ...inlineScriptHashes(html)],
    'style-src': ["'self'", "'unsafe-inline'"],
    'worker-src': ["'self'"],
    'frame-src': ["'self'"],
    'font-src': ["'self'"],
    'img-src': ["'self'", 'data:'],
    'connect-src': ["'self'"],
    'base-uri': ["'none'"],
    'form-action': ["'none'"],
  })
    .map(([directive, sources]) => [directive, ...sources].join(' '))
    .join('; ');
}

/** The page with its policy, which stands before anything that it governs. */
export function withPolicy(html: string): string {
  const meta = `<meta http-equiv="Content-Security-Policy" content="${policy(html)}">`;
  if (META.test(html)) return html.replace(META, () => meta);
  if (/<meta charset="[^"]*"\/?>/.test(html)) {
    return html.replace(/<meta charset="[^"]*"\/?>/, (charset) => charset + meta);
  }
  return html.replace(/<head>/, (head) => head + meta);
}

/** What is wrong with a built page's policy, one sentence each; empty if nothing is. */
export function policyProblems(html: string): readonly string[] {
  const found = META.exec(html)?.[1];
  if (found === undefined) return ['The page has no Content-Security-Policy.'];
  const problems: string[] = [];
  if (/'unsafe-eval'/.test(found)) problems.push("The policy allows 'unsafe-eval'.");
  const scripts = /script-src ([^;]*)/.exec(found)?.[1];
  if (scripts === undefined) problems.push('The policy says nothing of scripts.');
  if (scripts?.includes("'unsafe-inline'")) problems.push('The policy allows any inline script.');
  for (const hash of inlineScriptHashes(html)) {
    if (!scripts?.includes(hash)) problems.push(`An inline script is not allowed: ${hash}.`);
  }
  if (/\shttps?:/.test(found)) problems.push('The policy allows another origin.');
  if (hasHandler(html.replace(SCRIPT, ''))) problems.push('The page has an inline handler.');
  return problems;
}

function hasHandler(html: string): boolean {
  return [...html.matchAll(TAG)].some(([tag]) => HANDLER.test(tag.replace(VALUE, '""')));
}
