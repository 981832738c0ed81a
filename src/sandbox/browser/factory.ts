import { transfer, wrap, type Remote } from 'comlink';
import { loadFailure, spoilt } from '../load-failure.ts';
import { SandboxError, type Sandbox, type SandboxFactory, type Trail } from '../sandbox.ts';
import type { CellHost } from './host.ts';
import type { RuntimeApi } from './worker.ts';

/**
 * Sandboxes of a browser. The frames belong to the page, which `host` speaks for; what is said
 * through a sandbox's port comes here and nowhere else.
 */
export function browserSandboxes(host: Remote<CellHost>): SandboxFactory {
  return {
    async open(onTrail) {
      const { id, port } = await host.open();
      const runtime = wrap<RuntimeApi>(port);
      const trail = onTrail && hearTrail(runtime, onTrail);
      return sandboxAt(runtime, () => {
        port.close();
        trail?.close();
        void host.close(id);
      });
    },
  };
}

/**
 * Has the runtime say how far it has got through a port that carries data and nothing else. A
 * function lent to it would be a way in: who can call it from afar can reach what it inherits, too.
 */
function hearTrail(runtime: Remote<RuntimeApi>, onTrail: (at: Trail) => void): MessagePort {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = ({ data }) => onTrail(data as Trail);
  // What is asked first is done first: there is nothing to wait for.
  void runtime.hear(transfer(port2, [port2]));
  return port1;
}

function sandboxAt(runtime: Remote<RuntimeApi>, end: () => void): Sandbox {
  let close = () => {};
  const closed = new Promise<never>((_, reject) => {
    close = () => reject(new SandboxError('closed', 'the sandbox was closed'));
  });
  closed.catch(() => undefined);
  const heard = async <T>(answer: Promise<T>): Promise<T> => {
    try {
      return await Promise.race([answer, closed]);
    } catch (error) {
      throw spoilt(error);
    }
  };

  return {
    async load(program, seed = 0) {
      const failure = loadFailure(await heard<unknown>(runtime.load(program, seed)));
      if (failure !== null) throw failure;
    },
    run: (runs, { trail = false } = {}) => heard(runtime.run(runs, trail)),
    look: (runs) => heard(runtime.look(runs)),
    close() {
      close();
      end();
    },
  };
}
