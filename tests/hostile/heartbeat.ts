import ControlWorker from './control.ts?worker';
import { listenForGaps, longestAlone, type Gap } from './gaps.ts';

/** Listens to how regularly this page gets to do something, from now on. */
export async function heartbeat(): Promise<{
  /** Stops, and says for how long the page alone was held up at most, ms. */
  end(): Promise<number>;
}> {
  const control = new ControlWorker();
  const heard = () =>
    new Promise<unknown>((resolve) => {
      control.onmessage = ({ data }) => resolve(data);
    });
  await heard();
  const gaps = listenForGaps();
  return {
    async end() {
      const own = gaps();
      control.postMessage(null);
      const others = (await heard()) as readonly Gap[];
      control.terminate();
      return longestAlone(own, others);
    },
  };
}
