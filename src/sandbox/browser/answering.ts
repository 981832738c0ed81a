import type { Endpoint } from 'comlink';

/**
 * A port through which each question gets one answer at most. A program that spoils promises can make
 * whoever answers say more; it would fill the judge's memory message by message.
 */
export function answering(port: MessagePort): Endpoint {
  const post = port.postMessage.bind(port);
  let open = 0;
  return {
    addEventListener(type, listener) {
      const hear = typeof listener === 'function' ? listener : listener.handleEvent.bind(listener);
      port.addEventListener(type, (event) => {
        open += 1;
        hear(event);
      });
    },
    removeEventListener: port.removeEventListener.bind(port),
    postMessage(message, transfer) {
      if (open === 0) return;
      open -= 1;
      post(message, transfer ?? []);
    },
    start: port.start.bind(port),
  };
}
