import type { ShippedWork } from './shipped.ts';

/** `THIRD-PARTY.md`: a list of what the built site ships, then every licence in full. */
export function thirdPartyFile(works: readonly ShippedWork[]): string {
  const rows = works.map((work) => `| ${work.name} | ${work.version} | ${work.licence} |`);
  const texts = works.flatMap((work) => [
    `## ${work.name} ${work.version}`,
    fenced(work.text),
    ...(work.notices ? ['What it contains itself:', fenced(work.notices)] : []),
  ]);
  return (
    [
      '# What the built site ships',
      'Written by `npm run licences` from `package-lock.json` and the packages. Do not edit it.',
      ['| work | version | licence |', '| --- | --- | --- |', ...rows].join('\n'),
      ...texts,
      '',
    ]
      .join('\n\n')
      .trimEnd() + '\n'
  );
}

/** Four backquotes: some licences have three. */
function fenced(text: string): string {
  const lines = text.split('\n').map((line) => line.trimEnd());
  return `\`\`\`\`text\n${lines.join('\n')}\n\`\`\`\``;
}
