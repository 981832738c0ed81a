/**
 * `npm start` and `npm test` begin here, on a machine that has only Node 20 or later and npm: this
 * file is plain JavaScript, built-in modules only. It installs the packages that the lock names,
 * if they are not there yet, and then starts the command itself, `src/cli/<name>.ts`, on the Node
 * that is one of these packages. It does so directly: a kill reaches the command, and no shell
 * remembers the host's Node.
 */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const OLDEST_NODE = 20;
const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const modules = join(root, 'node_modules');
const node = join(modules, 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
const [name = 'serve', ...rest] = process.argv.slice(2);

/** What the lock wants and what npm noted down when it had finished the last installation. */
function isInstalled() {
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

/** Installs exactly what the lock names. */
function install() {
  const cli = process.env['npm_execpath'];
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  if (cli !== undefined && /\.c?js$/.test(cli)) return run(process.execPath, [cli, ...args]);
  return run('npm', args, { shell: process.platform === 'win32' });
}

/** Runs a program and gives its exit code; a signal counts as 128 and more, as in a shell. */
function run(program, args, options = {}) {
  const child = spawn(program, args, { cwd: root, stdio: 'inherit', ...options });
  // Ctrl-C reaches the child by itself; this process waits for it. A plain kill is passed on.
  const wait = () => {};
  const pass = () => child.kill('SIGTERM');
  process.on('SIGINT', wait).on('SIGTERM', pass);
  // An npm that is killed does not tell its scripts; they find themselves with another parent.
  const parent = process.ppid;
  const watch = setInterval(() => process.ppid !== parent && pass(), 1000);
  return new Promise((resolve) => {
    const done = (/** @type {number} */ code) => {
      clearInterval(watch);
      process.off('SIGINT', wait).off('SIGTERM', pass);
      resolve(code);
    };
    child.on('error', (error) => {
      console.error(`${program} could not be started: ${error.message}`);
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
    const code = await install();
    if (code === 130 || code === 143) return code;
    if (code !== 0) {
      console.error('\n`npm ci` failed, so nothing else was started. Its message stands above.');
      console.error('If it speaks of the network, check the connection and try again.');
      return code;
    }
  }
  // What the command starts by name must be the installed one, as within an npm script.
  process.env['PATH'] = [join(modules, '.bin'), process.env['PATH']].join(delimiter);
  return run(node, [join(root, 'src', 'cli', `${name}.ts`), ...rest]);
}

process.exitCode = await main();
