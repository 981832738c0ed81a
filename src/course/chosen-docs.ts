import type { Loader } from 'astro/loaders';

/**
 * A loader that keeps only the pages of the course that `course.config.ts` chooses, and those that
 * every course has. `isChosen` is asked with a page's id: `handshake/three-way`.
 */
export function chosen(loader: Loader, isChosen: (id: string) => boolean): Loader {
  return {
    ...loader,
    name: `chosen-${loader.name}`,
    async load(context) {
      await loader.load(context);
      for (const id of context.store.keys()) if (!isChosen(id)) context.store.delete(id);
    },
  };
}
