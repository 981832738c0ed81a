import { t } from '#text/en.ts';

import { readyWorkbench, type Workbench } from '../../../src/cli/site/workbench.ts';
import type { OpenPage, Visit } from './test.ts';

/** The lab in which the editors are tried. */
export const LAB = '/labs/listen/';

/** Opens the lab with the light editor, by the choice in the page itself. */
export async function openLight(visit: OpenPage): Promise<Visit & { readonly bench: Workbench }> {
  const visited = await visit(LAB);
  await visited.page.getByRole('button', { name: t('lab.open.light') }).click();
  return { ...visited, bench: await readyWorkbench(visited.page) };
}

/** The button that chooses one of the two editors. */
export function kindButton(bench: Workbench, kind: 'full' | 'light') {
  return bench.root.getByRole('button', { name: t(`workbench.editor.${kind}`), exact: true });
}

/** What stands in the light editor. */
export async function textOf(bench: Workbench): Promise<string> {
  const lines = await bench.root.locator('.wb-light .cm-line').allInnerTexts();
  return lines.map((line) => line.replace(/\n$/, '')).join('\n');
}

/** Is the focus in the editor? */
export const isInside = (bench: Workbench) =>
  bench.editor.evaluate((element) => element.contains(document.activeElement));
