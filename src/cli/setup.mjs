/**
 * `npm start` and `npm test` begin here, on a machine that has only Node 20 or later and npm: this
 * file is plain JavaScript, built-in modules only. It installs the packages that the lock names,
 * if they are not there yet, and then *spawns* `npm run <next>`: a shell that was started before
 * the installation would go on using the host's Node instead of the installed one.
 */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const OLDEST_NODE = 20;
const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const [next = 'serve', ...rest] = process.argv.slice(2);

/** What the lock wants and what npm noted down when it had finished the last installation. */
function isInstalled() {
  const modules = join(root, 'node_modules');
  const node = join(modules, 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (!existsSync(join(modules, '.package-lock.json')) || !existsSync(node)) return false;
  const wanted = readPackages(join(root, 'package-lock.json'));
  const present = readPackages(join(modules, '.package-lock.json'));
  return Object.entries(wanted).every(([path, { version, optional, peer }]) => {
    if (path === '') return true;
    if (present[path] === undefined) return optional === true || peer === true;
    return present[path].version === version && existsSync(join(root, path, 'package.json'));
  });
}

/** @returns {Record<string, { version?: string, optional?: boolean, peer?: boolean }>} */
function readPackages(lock) {
  return JSON.parse(readFileSync(lock, 'utf8')).packages;
}

/** Runs npm in the project and gives its exit code; a signal counts as 128 and more, as in a shell. */
function npm(args) {
  const cli = process.env['npm_execpath'];
  const known = cli !== undefined && /\.c?js$/.test(cli);
  const child = known
    ? spawn(process.execPath, [cli, ...args], { cwd: root, stdio: 'inherit' })
    : spawn('npm', args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  // Ctrl-C reaches the child by itself; this process waits for it. A plain kill is passed on.
  const wait = () => {};
  const pass = () => child.kill('SIGTERM');
  process.on('SIGINT', wait).on('SIGTERM', pass);
  return new Promise((resolve) => {
    const done = (/** @type {number} */ code) => {
      process.off('SIGINT', wait).off('SIGTERM', pass);
      resolve(code);
    };
    child.on('error', (error) => {
      console.error(`npm could not be started: ${error.message}`);
      done(127);
    });
    child.on('exit', (code, signal) => done(code ?? (signal === 'SIGINT' ? 130 : 143)));
  });
}

async function main() {
  const major = Number(process.versions.node.split('.')[0]);
  if (major < OLDEST_NODE) {
    console.error(
      `This course needs Node ${OLDEST_NODE} or later; this is Node ${process.versions.node}.`,
    );
    return 1;
  }
  if (!isInstalled()) {
    console.log('Installing the packages named in package-lock.json (about a minute, once).');
    const code = await npm(['ci', '--no-audit', '--no-fund', '--loglevel=error']);
    if (code === 130 || code === 143) return code;
    if (code !== 0) {
      console.error('\n`npm ci` failed, so nothing else was started. Its message stands above.');
      console.error('If it speaks of the network, check the connection and try again.');
      return code;
    }
  }
  return npm(['run', '--silent', next, ...(rest.length > 0 ? ['--', ...rest] : [])]);
}

process.exitCode = await main();
