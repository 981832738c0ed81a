import type { MiddlewareHandler } from 'astro';
import { pathOf } from '../address.ts';
import { linkStates } from './link-states.ts';

/** Lets the states that a page mentions lead to their pages, in the site that is built and while one writes. */
export const onRequest: MiddlewareHandler = async ({ url }, next) => {
  const response = await next();
  if (!response.headers.get('content-type')?.startsWith('text/html')) return response;
  const html = linkStates(await response.text(), import.meta.env.BASE_URL, pathOf(url));
  return new Response(html, response);
};
