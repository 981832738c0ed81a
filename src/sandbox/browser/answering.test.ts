import { expect, it } from 'vitest';
import { answering } from './answering.ts';

it('gives one answer to each question, however often something is said', async () => {
  const { port1, port2 } = new MessageChannel();
  const heard: unknown[] = [];
  const done = new Promise<void>((resolve) => {
    port1.onmessage = ({ data }) => {
      heard.push(data);
      if (data === 'b') resolve();
    };
  });
  const endpoint = answering(port2);
  endpoint.addEventListener('message', (event) => {
    const { data } = event as MessageEvent<string>;
    for (let i = 0; i < 3; i++) endpoint.postMessage(data);
  });
  endpoint.start?.();
  endpoint.postMessage('unasked');
  port1.postMessage('a');
  port1.postMessage('b');
  await done;
  expect(heard).toEqual(['a', 'b']);
  port1.close();
});
