/** A record of something measured on a real system: a file in content/measured. */
export interface Measured {
  /** The file's name, without its ending. */
  readonly name: string;
  readonly what: string;
  readonly system: string;
  /** The kernel's version, out of `system`. */
  readonly kernel: string;
  readonly command: string;
  /** What the tools printed, as it came. */
  readonly output: string;
}

const FILES: Record<string, string> = import.meta.glob('../../content/measured/*.txt', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** Reads `content/measured/<name>.txt`. Throws, and stops the build, if it is missing or has no header. */
export function measured(name: string): Measured {
  const text = FILES[`../../content/measured/${name}.txt`];
  if (text === undefined) throw new Error(`There is no content/measured/${name}.txt.`);
  return parseMeasured(name, text);
}

/** Takes apart `# Key  value` lines, continued by `#  …`, a blank line, and the output. */
export function parseMeasured(name: string, text: string): Measured {
  const [head = '', ...rest] = text.split('\n\n');
  const fields = new Map<string, string>();
  let key = '';
  for (const line of head.split('\n')) {
    const match = /^# ([A-Z]\w+)?\s+(.*)$/.exec(line);
    if (match === null) throw new Error(`${name}.txt: not a header line: ${line}`);
    key = match[1] ?? key;
    fields.set(key, [fields.get(key), match[2]].filter(Boolean).join('\n'));
  }
  const field = (wanted: string) => {
    const value = fields.get(wanted);
    if (value === undefined) throw new Error(`${name}.txt: the header has no “${wanted}”.`);
    return value;
  };
  const system = field('System');
  const kernel = /\b\d+\.\d+\.\d+\b/.exec(system)?.[0];
  if (kernel === undefined) throw new Error(`${name}.txt: no kernel version in “${system}”.`);
  const output = rest.join('\n\n').replace(/\n+$/, '');
  return { name, what: field('What'), system, kernel, command: field('Command'), output };
}

/**
 * Seconds, counted from the capture's first line, of the tcpdump lines that hold `pattern`.
 * Sequence of a measured plot.
 */
export function times(record: Measured, pattern: string): readonly number[] {
  const stamp = /^ *(\d+):(\d+):([\d.]+) IP /;
  const seconds = (line: string) => {
    const match = stamp.exec(line);
    return match && Number(match[1]) * 3600 + Number(match[2]) * 60 + Number(match[3]);
  };
  const lines = record.output.split('\n').filter((line) => line.includes(pattern));
  const stamps = lines.map(seconds).filter((s) => s !== null);
  return stamps.map((s) => s - (stamps[0] ?? 0));
}
