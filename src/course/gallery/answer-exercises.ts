/** Answers the exercises of a sheet as their place says, as a reader would: rightly or wrongly. */
export function answerAll(): void {
  for (const place of document.querySelectorAll<HTMLElement>('[data-answered]')) {
    const isRight = place.dataset['answered'] === 'right';
    if (place.dataset['answered'] === 'not') continue;
    for (const exercise of place.querySelectorAll<HTMLElement>('tcp-exercise')) {
      answer(exercise, isRight);
    }
  }
}

function answer(exercise: HTMLElement, isRight: boolean): void {
  const option = exercise.querySelector<HTMLElement>(
    `.option${isRight ? '.right' : ':not(.right)'} > summary`,
  );
  option?.click();
  for (const input of exercise.querySelectorAll('input')) {
    const { right = '' } = input.dataset;
    if (input.type === 'checkbox') input.checked = isRight === (right === 'true');
    else if (input.type === 'radio') input.checked ||= (right === 'true') === isRight;
    else input.value = isRight ? right : (input.dataset['slips']?.split(' ')[0] ?? '80');
  }
  const list = exercise.querySelector('.ex-order');
  if (isRight && list) {
    const place = (item: Element) => Number((item as HTMLElement).dataset['right']);
    list.append(...[...list.children].sort((a, b) => place(a) - place(b)));
  }
  exercise.querySelector('form')?.requestSubmit();
}
