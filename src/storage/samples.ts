/*
 * What the first release wrote: texts as they lay in a browser's storage, for the tests of the
 * migration. It kept no version; its number stood in each key.
 */

const listen = {
  code: "import { type Plank } from 'tcp';\n\nexport const listen: Plank = (tcb, seg, act) => {\n  if (seg.ctl.rst) return act.drop();\n};\n",
  at: '2026-03-01T14:05:09.123Z',
};

/** By full key, under the base path `/courses/tcp/`. */
export const FIRST_RELEASE: Readonly<Record<string, string>> = {
  'tcp:/courses/tcp/:v1:draft:listen:1x2y3z': JSON.stringify(listen),
  'tcp:/courses/tcp/:v1:draft:closed:k9': '{"code":"// closed\\n","at":"2026-03-02T08:00:00.000Z"}',
  'tcp:/courses/tcp/:v1:planks': '{"listen":"2026-03-01T15:00:00.000Z"}',
  'tcp:/courses/tcp/:v1:read': '["handshake/three-way"]',
  // Another course on the same server, and somebody else's.
  'tcp:/:v1:planks': '{"ring":"2026-01-01T00:00:00.000Z"}',
  'starlight-theme': 'dark',
};
