import type { Page } from 'playwright-core';

/** What a page asked for and complained about while it was open. */
export interface Watched {
  /** Every address requested, in order. */
  readonly requests: readonly string[];
  /** Everything that no page of ours may do; `expected` lets through what a test provokes. */
  problems(expected?: RegExp): readonly string[];
}

/** Listens to a page from before its first request. */
export function watch(page: Page, siteUrl: string): Watched {
  const requests: string[] = [];
  const complaints: string[] = [];
  const { origin } = new URL(siteUrl);

  page.on('request', (request) => {
    const url = request.url();
    requests.push(url);
    if (!/^(data|blob):/.test(url) && !url.startsWith(siteUrl)) {
      const where = url.startsWith(origin) ? 'left the base path' : 'left the site';
      complaints.push(`a request ${where}: ${url}`);
    }
  });
  page.on('requestfailed', (request) => {
    const why = request.failure()?.errorText ?? '';
    // A page that is left drops what it had asked for.
    if (why !== 'net::ERR_ABORTED') complaints.push(`a request failed: ${request.url()} ${why}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()} for ${response.url()}`);
  });
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`the console says: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`the page threw: ${error.message}`));

  return {
    requests,
    problems: (expected) =>
      complaints.filter((complaint) => expected === undefined || !expected.test(complaint)),
  };
}
