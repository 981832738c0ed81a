/** A file of a lab that cannot be used: its author reads where and why. */
export class LabError extends Error {
  override readonly name = 'LabError';
  /** The file's path in the lab's folder. */
  readonly file: string;
  readonly why: string;

  constructor(lab: string, file: string, why: string) {
    super(`labs/${lab}/${file}: ${why}`);
    this.file = file;
    this.why = why;
  }
}
