/** `<tcp-exercise>`: an exercise. It is whole as it stands. */
export class ExerciseElement extends HTMLElement {}

if (!customElements.get('tcp-exercise')) customElements.define('tcp-exercise', ExerciseElement);
