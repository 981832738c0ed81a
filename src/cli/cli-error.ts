/** A failure that was foreseen: its message says what to do next, and no stack is shown. */
export class CliError extends Error {
  readonly exitCode: number;

  constructor(message: string, exitCode = 1) {
    super(message);
    this.name = 'CliError';
    this.exitCode = exitCode;
  }
}

/** Runs a command's main function, turns what it throws into a message and sets the exit code. */
export async function run(main: () => Promise<number | undefined>): Promise<void> {
  try {
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    if (!(error instanceof Error) || !isForeseen(error)) throw error;
    console.error(error.message);
    process.exitCode = error instanceof CliError ? error.exitCode : 2;
  }
}

/** Ours, or an option on the command line that does not exist. */
function isForeseen(error: Error): boolean {
  const code = 'code' in error ? String(error.code) : '';
  return error instanceof CliError || code.startsWith('ERR_PARSE_ARGS');
}
