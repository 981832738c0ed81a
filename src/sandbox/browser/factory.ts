import { proxy, wrap, type Remote } from 'comlink';
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
      return sandboxAt(port, () => void host.close(id), onTrail);
    },
  };
}

function sandboxAt(port: MessagePort, end: () => void, onTrail?: (at: Trail) => void): Sandbox {
  const runtime = wrap<RuntimeApi>(port);
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
    run(runs, { trail = false } = {}) {
      const hear = trail && onTrail ? proxy(onTrail) : undefined;
      return heard(runtime.run(runs, hear));
    },
    look: (runs) => heard(runtime.look(runs)),
    close() {
      close();
      port.close();
      end();
    },
  };
}
