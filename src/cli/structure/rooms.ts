/**
 * The rooms of `src/` and what each may import: the one place where the direction of imports is
 * written down. The dependency rules and the structure rules both read it.
 */
export const ROOMS: Readonly<Record<string, readonly string[]>> = {
  tcp: [],
  wire: ['tcp'],
  trace: ['tcp', 'wire'],
  network: ['tcp', 'wire', 'trace'],
  scenario: ['tcp', 'wire', 'trace', 'network'],
  sandbox: ['tcp', 'wire', 'trace', 'network', 'scenario', 'text'],
  judge: ['tcp', 'wire', 'trace', 'network', 'scenario', 'sandbox', 'text'],
  figures: ['tcp', 'wire', 'trace', 'network', 'scenario', 'text'],
  workbench: [
    ...['tcp', 'wire', 'trace', 'network', 'scenario', 'text'],
    ...['sandbox', 'judge', 'figures', 'storage'],
  ],
  playground: [
    ...['tcp', 'wire', 'trace', 'network', 'scenario', 'text'],
    ...['sandbox', 'judge', 'figures', 'workbench', 'storage'],
  ],
  exercises: ['tcp', 'wire', 'trace', 'network', 'scenario', 'figures', 'text', 'storage'],
  course: [
    ...['tcp', 'wire', 'trace', 'network', 'scenario', 'text'],
    ...['sandbox', 'judge', 'figures', 'workbench', 'playground', 'exercises', 'storage'],
  ],
  storage: [],
  text: [],
  cli: [
    ...['tcp', 'wire', 'trace', 'network', 'scenario', 'text'],
    ...['sandbox', 'judge', 'figures', 'workbench', 'playground', 'exercises', 'course'],
    ...['storage'],
  ],
};
