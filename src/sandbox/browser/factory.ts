import { proxy, wrap, type Remote } from 'comlink';
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

  return {
    async load(program, seed = 0) {
      const outcome = await Promise.race([runtime.load(program, seed), closed]);
      if (outcome.kind === 'loaded') return;
      const stack = outcome.kind === 'threw' ? outcome.stack : '';
      throw new SandboxError(outcome.kind, outcome.message, stack, outcome.lab);
    },
    run(runs, { trail = false } = {}) {
      const hear = trail && onTrail ? proxy(onTrail) : undefined;
      return Promise.race([runtime.run(runs, hear), closed]);
    },
    look: (runs) => Promise.race([runtime.look(runs), closed]),
    close() {
      close();
      port.close();
      end();
    },
  };
}
