import { connect as connectRealm } from '../node/realm.ts';
import { forbidEvaluation } from './forbid-evaluation.ts';
import { mendNumbers } from './mend.ts';

/*
 * The entry of the script that fills a QuickJS realm: the runtime of every sandbox in Node, in a
 * realm that evaluates no text, as no page and no context of ours in `node:vm` does, and that counts
 * as they do.
 */
forbidEvaluation();
mendNumbers();

/** As in `../node/realm.ts`. A NUL in a program would end it on its way out to be compiled. */
export const connect: typeof connectRealm = (make, post) =>
  connectRealm((js) => make(js.replaceAll('\0', '\\x00')), post);
