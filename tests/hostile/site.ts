import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import sirv from 'sirv';
import { build } from 'vite';
import { withPolicy } from '../../src/course/csp.ts';
import { BUILD_DIR, ROOT } from '../../src/cli/paths.ts';
import { workbenchPlugins } from '../../src/workbench/vite/plugins.ts';

const OUT = join(BUILD_DIR, 'hostile');

/** The page in which hostile programs are judged, served with the policy of every page of ours. */
export interface HostilePage {
  readonly url: string;
  /** What was asked of the server besides the page's own files: nothing may be. */
  readonly caught: readonly string[];
  close(): Promise<void>;
}

/** Builds the page out of the workbench's own parts, and serves it. */
export async function openHostilePage(): Promise<HostilePage> {
  await build({
    configFile: false,
    root: import.meta.dirname,
    base: './',
    publicDir: false,
    logLevel: 'warn',
    plugins: workbenchPlugins(),
    resolve: { alias: { tcp: join(ROOT, 'src/tcp/learner.ts') } },
    build: { outDir: OUT, emptyOutDir: true, target: 'es2022' },
  });
  const html = join(OUT, 'index.html');
  writeFileSync(html, withPolicy(readFileSync(html, 'utf8')));
  copyFileSync(join(ROOT, 'public/sandbox.html'), join(OUT, 'sandbox.html'));

  const caught: string[] = [];
  const files = sirv(OUT, {
    dev: true,
    onNoMatch: ({ url }, response) => {
      if (url !== '/favicon.ico') caught.push(url ?? '');
      response.writeHead(404).end();
    },
  });
  const server = createServer((request, response) => files(request, response));
  server.on('upgrade', ({ url }, socket) => {
    caught.push(`upgrade ${url}`);
    socket.destroy();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    caught,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
