import { ROOMS } from './src/cli/structure/rooms.ts';

const rooms = Object.keys(ROOMS);
/** Unit tests may reach into the rooms above their own. */
const tests = '[.]test[.]ts$';

export default {
  forbidden: [
    ...rooms.map((room) => ({
      name: `${room}-imports-one-way`,
      comment: `src/${room} may import ${ROOMS[room].join(', ') || 'no other room'}.`,
      severity: 'error',
      from: { path: `^src/${room}/`, pathNot: tests },
      to: { path: '^src/', pathNot: [room, ...ROOMS[room]].map((name) => `^src/${name}/`) },
    })),
    {
      name: 'tcp-imports-nothing',
      comment: 'The engine is pure protocol: no package, no Node module, no other room.',
      severity: 'error',
      from: { path: '^src/tcp/', pathNot: tests },
      to: { pathNot: '^src/tcp/' },
    },
    {
      name: 'planks-stand-alone',
      comment: 'A plank never imports another plank.',
      severity: 'error',
      from: { path: '^src/tcp/planks/(?!index[.])([^/]+)[.]ts$', pathNot: tests },
      to: { path: '^src/tcp/planks/', pathNot: '^src/tcp/planks/$1[.]ts$' },
    },
    {
      name: 'no-browser-room-uses-node',
      comment: 'What runs in the page or in the judge has no Node module.',
      severity: 'error',
      from: {
        path: '^src/(tcp|wire|trace|network|scenario|judge|figures|workbench|playground|text)/',
        pathNot: [tests, '[.]node[.]ts$', '/(node|files|vite|compile|tcp-types)/'],
      },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'labs-know-only-tcp-and-judge-types',
      comment: 'A lab imports from tcp, and types from judge.',
      severity: 'error',
      from: { path: '^labs/', pathNot: tests },
      to: { pathNot: ['^labs/', '^src/tcp/', '^src/judge/', '^tcp$'] },
    },
    {
      name: 'labs-take-only-types-from-judge',
      severity: 'error',
      from: { path: '^labs/', pathNot: tests },
      to: { path: '^src/judge/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'scenarios-know-only-scenario-types',
      severity: 'error',
      from: { path: '^content/scenarios/', pathNot: tests },
      to: { pathNot: '^src/scenario/' },
    },
    {
      name: 'scenarios-take-only-types',
      severity: 'error',
      from: { path: '^content/scenarios/', pathNot: tests },
      to: { dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'nothing-imports-tests',
      severity: 'error',
      from: { pathNot: ['^tests/', tests] },
      to: { path: ['^tests/', tests] },
    },
    {
      name: 'no-circles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'everything-resolves',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^(astro|virtual|starlight|tcp$)' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['^dist/', '^[.]build/', '^[.]astro/'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
