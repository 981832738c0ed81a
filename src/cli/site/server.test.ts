import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, expect, test } from 'vitest';

import { type Served, serveSite } from './server.ts';

const folder = mkdtempSync(join(tmpdir(), 'course-server-'));
const served: Served[] = [];

beforeAll(() => {
  mkdirSync(join(folder, 'a'));
  writeFileSync(join(folder, 'index.html'), 'home');
  writeFileSync(join(folder, '404.html'), 'lost');
  writeFileSync(join(folder, 'a', 'index.html'), 'a');
});

afterAll(async () => {
  for (const site of served) await site.close();
  rmSync(folder, { recursive: true });
});

async function serve(base: string, port = 0): Promise<Served> {
  const site = await serveSite({ folder, base, port });
  served.push(site);
  return site;
}

async function get(url: string): Promise<string> {
  const response = await fetch(url, { redirect: 'manual' });
  return `${response.status} ${await response.text()}`;
}

test('pages, folders and what is not there', async () => {
  const { url } = await serve('/');
  expect(await get(url)).toBe('200 home');
  expect(await get(`${url}a/`)).toBe('200 a');
  expect(await get(`${url}b/`)).toBe('404 lost');
  expect(await get(`${url}..%2f..%2fetc/passwd`)).toBe('404 lost');
});

test('under a base path everything outside leads to it', async () => {
  const { url, origin } = await serve('/courses/tcp/');
  expect(url).toBe(`${origin}/courses/tcp/`);
  expect(await get(url)).toBe('200 home');
  expect(await get(`${url}a/`)).toBe('200 a');
  expect(await get(`${origin}/a/`)).toContain('404 <!doctype html>');
  const response = await fetch(`${origin}/`, { redirect: 'manual' });
  expect(response.status).toBe(302);
  expect(response.headers.get('location')).toBe('/courses/tcp/');
});

test('a port that is taken is passed by, on IPv6 as well', async () => {
  const other = createServer();
  const port = await listen(other, '::1').catch(() => listen(other, '127.0.0.1'));
  const { origin } = await serve('/', port);
  expect(Number(new URL(origin).port)).toBeGreaterThan(port);
  other.close();
});

function listen(server: Server, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, host, () => {
      const address = server.address();
      resolve(typeof address === 'object' ? (address?.port ?? 0) : 0);
    });
  });
}
