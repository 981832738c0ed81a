import { LOAD_TIMEOUT } from './limits.ts';

/** A worker inside a frame of an opaque origin: no network, no storage, no way to this page. */
export interface Cell {
  /** The only way in. Whatever comes through it is untrusted. */
  readonly port: MessagePort;
  /** Removes the frame, which ends the worker whatever it is doing. */
  destroy(): void;
}

/**
 * Opens `sandbox.html` in a frame and has it start `source` as a worker, which takes one end of a
 * message channel as its first message.
 * @throws Error if the frame does not load
 */
export async function openCell(page: string, source: string): Promise<Cell> {
  const frame = document.createElement('iframe');
  frame.setAttribute('sandbox', 'allow-scripts');
  frame.hidden = true;
  frame.title = '';
  frame.tabIndex = -1;
  const loaded = new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('the sandbox did not load')), LOAD_TIMEOUT);
    frame.addEventListener(
      'load',
      () => {
        clearTimeout(timer);
        resolve();
      },
      { once: true },
    );
  });
  frame.src = page;
  document.body.append(frame);
  try {
    await loaded;
  } catch (error) {
    frame.remove();
    throw error;
  }
  const channel = new MessageChannel();
  // The frame's origin is opaque, so no narrower target can be named; the message holds no secret.
  frame.contentWindow?.postMessage(source, '*', [channel.port2]);
  return {
    port: channel.port1,
    destroy() {
      channel.port1.close();
      frame.remove();
    },
  };
}
