import type { LabData } from './data.ts';

/**
 * Brings into a chapter what the workbench needs of a lab: it stands on the lab's own page, `from`.
 * Rejects if that page does not come, or has no lab.
 */
export async function bringLab(element: HTMLElement, from: string): Promise<void> {
  const answer = await fetch(from);
  if (!answer.ok) throw new Error(`${from} answered ${answer.status}.`);
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const part = (name: string): Element => {
    const found = page.querySelector(`lab-bench ${name}`);
    if (found === null) throw new Error(`${from} has no ${name}.`);
    return document.importNode(found, true);
  };
  const data = part('script[data-lab-data]');
  const own = JSON.parse(data.textContent ?? '') as LabData;
  const here: LabData = { ...own, mode: 'chapter', chapter: null, next: null };
  data.textContent = JSON.stringify(here);
  const [task, code, hints] = [part('[data-task]'), part('[data-code]'), part('.lab-hints')];
  for (const heading of task.querySelectorAll('h2')) lower(heading);

  element.querySelector('.lab-task')?.append(task);
  element.querySelector('.lab-static')?.prepend(code);
  element.querySelector('.lab-static')?.append(hints);
  element.prepend(data);
}

/** In a chapter a lab's own headings stand two levels lower. */
function lower(heading: Element): void {
  const lowered = document.createElement('h4');
  lowered.append(...heading.childNodes);
  heading.replaceWith(lowered);
}
