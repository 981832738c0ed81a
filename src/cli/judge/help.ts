export const USAGE = 'npm run judge -- --lab ID [--json] [--seed N] FILE…';

/** What `--help` prints. */
export const HELP = `${USAGE}

Judges files by a lab's suite, as the page does: the same compiler, the same tests, visible and
hidden, and 1000 drawn cases. Each program runs in a closed sandbox; it can reach nothing here.

  --lab ID    the lab, by the name of its folder in labs/
  --seed N    decides the order of the tests and which cases are drawn; the same seed gives the same
              verdicts (1 unless said otherwise)
  --json      prints one JSON object instead of lines
  FILE        a TypeScript file; - reads the standard input

A line for each file: its name and “passed”, or the verdict with the first case that failed.
What could not be judged is said on the standard error.

Status  0  all passed
        1  at least one did not
        2  at least one could not be judged: no such lab or file, a wrong option, a fault of ours

JSON
  lab, seed         as asked for
  passed            true if every file has passed
  files             one entry per FILE, in the order given:
    file            the name as given
    verdict         "passed", "wrong", "threw", "did not return", "ran out of memory",
                    "returned nonsense", "did not compile", or null if it could not be judged
    cutShort        the run ended before every case was judged
    cases           { passed, failed, total }; the drawn ones count as one
    drawn           how many drawn cases were judged
    message         if the program did not load: what was thrown, or what is missing
    errors          of the compiler: { line, column, message }, counted from 1; the first 1000
    problem         why it could not be judged, or null
    failures        one entry per case that failed:
      case          its name, “random” for the drawn ones
      group         "visible", "hidden" or "random"
      verdict       as above
      sentence      the case in a few words
      explanation   sentences: what happened, what was expected, what the program did
      rfc           the section of RFC 9293
      misconception { name, message } if the mistake is a known one, or null
      message       what was thrown, or what the nonsense was
      isn           the first initial sequence number of the run
      drawn         how many cases were drawn, if it is “random”
      pkt           the case as a packetdrill script; empty for a table of calls`;
