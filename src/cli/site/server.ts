import { existsSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { connect } from 'node:net';
import { join } from 'node:path';

import sirv from 'sirv';

import { CliError } from '../cli-error.ts';

export interface ServeOptions {
  /** The folder with the built site. */
  readonly folder: string;
  /** The path under which it stands, with a slash at both ends. */
  readonly base: string;
  /** The first port to try; 0 for any free one. */
  readonly port: number;
  readonly host?: string;
  /** Serve the `.gz` beside a file, as a real server would. */
  readonly gzip?: boolean;
}

export interface Served {
  /** The address of the site's first page. */
  readonly url: string;
  readonly origin: string;
  close(): Promise<void>;
}

const PORTS_TO_TRY = 50;

/**
 * Serves a built site as any static server would: no special headers, `index.html` in folders,
 * `404.html` for what is not there. Under a base path everything outside it leads to the site.
 * Throws a CliError if no port is free.
 */
export async function serveSite(options: ServeOptions): Promise<Served> {
  const { base, host = '127.0.0.1' } = options;
  const server = createServer(handler(options));
  const port = await listen(server, options.port, host);
  const origin = `http://${host === '127.0.0.1' ? 'localhost' : host}:${port}`;
  return {
    origin,
    url: origin + base,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function handler({ folder, base, gzip = false }: ServeOptions) {
  const notFound = join(folder, '404.html');
  const files = sirv(folder, {
    dev: true,
    etag: true,
    gzip,
    onNoMatch: (_request, response) => {
      const html = existsSync(notFound) ? readFileSync(notFound) : 'Not found';
      answer(response, 404, html);
    },
  });
  return (request: IncomingMessage, response: ServerResponse) => {
    const url = request.url ?? '/';
    if (base === '/') return files(request, response);
    if (!url.startsWith(base)) {
      const html = `<!doctype html><title>Moved</title><p>The course stands under <a href="${base}">${base}</a>.`;
      if (url === '/' || `${url}/` === base) response.setHeader('location', base);
      return answer(response, url === '/' || `${url}/` === base ? 302 : 404, html);
    }
    request.url = url.slice(base.length - 1);
    files(request, response);
  };
}

function answer(response: ServerResponse, status: number, html: string | Buffer): void {
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8' }).end(html);
}

async function listen(server: Server, first: number, host: string): Promise<number> {
  for (let port = first; port < first + PORTS_TO_TRY; port += 1) {
    if (port !== 0 && (await answersOn(port))) continue;
    const taken = await tryToListen(server, port, host);
    if (taken !== null) return taken;
    if (first === 0) break;
  }
  throw new CliError(`No free port between ${first} and ${first + PORTS_TO_TRY - 1}.`);
}

function tryToListen(server: Server, port: number, host: string): Promise<number | null> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(null);
      else reject(error);
    });
    server.listen(port, host, () => {
      server.removeAllListeners('error');
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}

/** Somebody may hold the port on IPv6 only; `localhost` would lead the browser to them. */
async function answersOn(port: number): Promise<boolean> {
  const attempt = (host: string) =>
    new Promise<boolean>((resolve) => {
      const socket = connect({ port, host, timeout: 500 });
      const end = (answered: boolean) => {
        socket.destroy();
        resolve(answered);
      };
      socket.once('connect', () => end(true));
      socket.once('error', () => end(false));
      socket.once('timeout', () => end(false));
    });
  const answers = await Promise.all([attempt('127.0.0.1'), attempt('::1')]);
  return answers.some(Boolean);
}
