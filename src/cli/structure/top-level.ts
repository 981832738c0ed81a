const FOLDERS = [
  '.ci',
  '.github',
  'LICENSES',
  'content',
  'labs',
  'public',
  'screenshots',
  'src',
  'tests',
];

const FILES = [
  ...['.dependency-cruiser.mjs', '.editorconfig', '.gitattributes', '.gitignore', '.npmrc'],
  ...['.prettierignore', '.prettierrc.json', 'eslint.config.js', 'vitest.config.ts'],
  ...['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'THIRD-PARTY.md'],
  ...['LICENSE', 'LICENSE-CONTENT', 'LICENSE-TEXT', 'THIRD-PARTY-LICENSES.txt'],
  ...['astro.config.mjs', 'content.config.ts', 'course.config.ts'],
  ...['package.json', 'package-lock.json', 'tsconfig.json'],
];

/** Files and folders at the top that nobody has a place for. */
export function strays(paths: readonly string[]): readonly string[] {
  const top = new Set(paths.map((path) => (path.includes('/') ? `${path.split('/')[0]}/` : path)));
  const known = new Set([...FOLDERS.map((folder) => `${folder}/`), ...FILES]);
  return [...top].filter((name) => !known.has(name)).map((name) => `${name} has no place here`);
}
