import fc from 'fast-check';

/** How many random cases a property is tried on; `npm run test:deep` asks for more. */
const runs = Number(process.env['FC_RUNS'] ?? 200);

fc.configureGlobal({ numRuns: runs });
