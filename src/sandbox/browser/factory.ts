import { transfer, wrap, type Remote } from 'comlink';
import { loadFailure, spoilt } from '../load-failure.ts';
import { SandboxError, type Sandbox, type SandboxFactory, type Trail } from '../sandbox.ts';
import type { CellHost } from './host.ts';
import { LOAD_TIMEOUT } from './limits.ts';
import type { RuntimeApi } from './worker.ts';

/**
 * Sandboxes of a browser. The frames belong to the page, which `host` speaks for; what is said
 * through a sandbox's port comes here and nowhere else. How far a run has got comes through a port
 * that carries data and nothing else. A function lent to the runtime would be a way in: who can call
 * it from afar can reach what it inherits, too.
 */
export function browserSandboxes(host: Remote<CellHost>): SandboxFactory {
  return {
    async open(onTrail) {
      const { id, port } = await host.open();
      const runtime = wrap<RuntimeApi>(port);
      const trail = new MessageChannel();
      const end = () => {
        port.close();
        trail.port1.close();
        void host.close(id);
      };
      trail.port1.onmessage = ({ data }) => onTrail?.(data as Trail);
      try {
        await inTime(runtime.hear(transfer(trail.port2, [trail.port2])));
      } catch (error) {
        end();
        throw error;
      }
      return sandboxAt(runtime, end);
    },
  };
}

/**
 * Waits for the runtime's first answer, before there is any code of the learner's in it. Without a
 * network the frame may hold the browser's own page: that nothing answers is not the plank's fault.
 * The workbench has words for this error, under its message.
 */
function inTime(answer: Promise<void>): Promise<void> {
  return new Promise((resolve, reject) => {
    const late = () => reject(new Error('the sandbox did not start'));
    const timer = setTimeout(late, LOAD_TIMEOUT);
    answer.then(resolve, reject).finally(() => clearTimeout(timer));
  });
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
