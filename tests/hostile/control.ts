import { listenForGaps } from './gaps.ts';

/* A heart in a worker beats beside the page's: what holds up both is the machine, not the page. */
const gaps = listenForGaps();
addEventListener('message', () => postMessage(gaps()));
postMessage('ready');
