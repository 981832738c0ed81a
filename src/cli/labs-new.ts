/*
 * npm run labs:new -- ID [--plank NAME[,NAME…]] [--chapter PART/NAME] [--rfc SECTION]
 * Lays out the folder of a new lab: the engine's own plank as its solution, the same with its bodies
 * taken out as its starter, and texts with gaps to fill in. `npm run labs:check ID` says what is left.
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { format, resolveConfig } from 'prettier';
import { course } from '../../course.config.ts';
import { CliError, run } from './cli-error.ts';
import { labPattern } from './labs-new/pattern.ts';
import { plankSource } from './labs-new/plank-source.ts';
import { ROOT, shown } from './paths.ts';

const USAGE = 'npm run labs:new -- ID [--plank NAME[,NAME…]] [--chapter PART/NAME] [--rfc SECTION]';

await run(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      plank: { type: 'string' },
      chapter: { type: 'string', default: course.chapters.at(-1) ?? '' },
      rfc: { type: 'string', default: '3.10' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  const [id, ...more] = positionals;
  if (id === undefined || more.length > 0) throw new CliError(`Name one lab.\n${USAGE}`, 2);
  if (!/^[a-z][a-z0-9-]*$/.test(id)) {
    throw new CliError(`${id}: an id has lower-case letters, digits and hyphens only.`, 2);
  }
  if (!/^[a-z0-9-]+\/[a-z0-9-]+$/.test(values.chapter)) {
    throw new CliError(
      `${values.chapter}: a chapter is PART/NAME, such as handshake/three-way.`,
      2,
    );
  }
  if (!/^\d+(\.\d+)*$/.test(values.rfc)) {
    throw new CliError(`${values.rfc}: a section of RFC 9293 is a number, such as 3.10.7.4.`, 2);
  }
  const folder = join(ROOT, 'labs', id);
  if (existsSync(folder)) throw new CliError(`${shown(folder)} is there already.`, 2);

  // Without a name, the plank is called like the lab: syn-sent is synSent.
  const names = (values.plank ?? camelCase(id)).split(',').map((name) => name.trim());
  const planks = [...new Set(names)];
  const source = await plankSource(planks);
  const files = labPattern({ id, chapter: values.chapter, rfc: values.rfc, source });
  for (const [name, text] of Object.entries(files)) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, await formatted(path, text));
    console.log(`labs/${id}/${name}`);
  }
  console.log(next(id));
  return 0;
});

function camelCase(id: string): string {
  return id.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

async function formatted(path: string, text: string): Promise<string> {
  if (path.endsWith('.pkt')) return text;
  return format(text, { ...(await resolveConfig(path)), filepath: path });
}

function next(id: string): string {
  return `
Next:
  1. solution.ts is the engine's own plank. Make it a model answer, and starter.ts a good beginning.
  2. Write tests in suite/visible and suite/hidden, a mutant for each mistake that they catch, and the
     sentences in messages.en.json.
  3. Fill the gaps between ‹ and › in the texts.
  4. npm run labs:check -- ${id}        says what is missing, until nothing is
  5. Name ${id} in course.config.ts; npm run dev shows it while you write.`;
}
