import { expose, type Remote } from 'comlink';
import { browserSandboxes } from '#sandbox/browser/factory.ts';
import type { CellHost } from '#sandbox/browser/host.ts';
import type { ShipPlank } from '#sandbox/sandbox.ts';
import { sail, type Sailed } from '../sea-trial/sail.ts';
import { play, type Played, type PlayRequest } from './play.ts';

/** What a page can ask of the worker in which the network and the other ends of a figure play. */
const api = {
  play: (request: PlayRequest, host: Remote<CellHost>): Promise<Played> =>
    play(request, browserSandboxes(host)),
  sail: (
    planks: readonly ShipPlank[],
    host: Remote<CellHost>,
    heard: Remote<(sailed: Sailed) => boolean>,
  ): Promise<void> => sail({ planks, factory: browserSandboxes(host), heard }),
};

export type MineApi = typeof api;

expose(api);
