import type { Source } from './source.ts';

/** The rooms whose exports are read by others most. */
const ROOMS = /^src\/(tcp|wire|trace|network|scenario|sandbox|judge|figures|text)\//;

const EXPORTED =
  /^export (?:async )?(?:function\*? (\w+)|const (\w+)[^=\n]*= (?:async )?(?:<[^>]*>)?\(.*=>)/;

/** Exported functions with no comment above them: a docstring, or in a plank the RFC's own words. */
export function undocumented(sources: readonly Source[]): readonly string[] {
  return sources
    .filter(({ path }) => ROOMS.test(path) && /[.]ts$/.test(path) && !/[.]test[.]ts$/.test(path))
    .flatMap(({ path, text }) => {
      const lines = text.split('\n');
      return lines.flatMap((line, at) => {
        const match = EXPORTED.exec(line);
        const name = match?.[1] ?? match?.[2];
        if (name === undefined) return [];
        const above = lines[at - 1]?.trim() ?? '';
        return /^\/\/|\*\/$/.test(above) || isOverload(lines, at)
          ? []
          : [`${path}:${at + 1}: ${name} has no docstring`];
      });
    });
}

/** A further signature of the function above it. */
function isOverload(lines: readonly string[], at: number): boolean {
  const name = /function (\w+)/.exec(lines[at] ?? '')?.[1];
  return name !== undefined && (lines[at - 1] ?? '').includes(`function ${name}(`);
}
