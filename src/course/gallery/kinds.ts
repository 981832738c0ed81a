/** The sheets of the gallery: the kinds of figures, by their address, with their titles. */
export const KINDS = {
  ladders: 'Ladders',
  chapters: 'Ladders of the chapters',
  views: 'Ladders as a reader may ask for them',
  states: 'State diagram',
  bytes: 'Header and bytes',
  ring: 'Sequence ring',
  routers: 'Routers',
  inspector: 'TCB, sockets, events',
  tables: 'Tables',
  exercises: 'Exercises',
  key: 'Key',
} as const satisfies Record<string, string>;

export type Kind = keyof typeof KINDS;
