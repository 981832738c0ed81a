/**
 * Opens the workbench in a lab's element. This module is all that a page knows of it; the rest,
 * styles included, is fetched from here.
 */
export async function open(element: HTMLElement): Promise<void> {
  const { openBench } = await import('./bench/open-bench.tsx');
  await openBench(element);
}
