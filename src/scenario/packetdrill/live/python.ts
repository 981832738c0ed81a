/** What a name stands for. */
export type Names = (name: string) => number;

/** An assertion, whether it holds, and what the fields of TCP_INFO in it were. */
export interface Asserted {
  readonly text: string;
  readonly holds: boolean;
  readonly values: Readonly<Record<string, number>>;
}

/*
 * packetdrill hands `%{ … }%` to Python. Read here: assertions, assignments of constants, print;
 * whole numbers, names, comparisons, and/or/not, arithmetic and bits.
 */

const TOKEN = /\s*(0x[0-9a-fA-F]+|\d+|[A-Za-z_]\w*|==|!=|<=|>=|<<|>>|\/\/|[-+*/%&|^()<>])/y;

type Expr = (names: Names) => number;

/** The names that a block of code uses, or why it cannot be read. */
export function namesIn(code: string): {
  readonly names: readonly string[];
  problem: string | null;
} {
  const names = new Set<string>();
  try {
    for (const statement of statementsOf(code)) {
      if (statement.kind === 'print') continue;
      statement.expr((name) => {
        names.add(name);
        return 1;
      });
    }
    return { names: [...names], problem: null };
  } catch (error) {
    return { names: [], problem: error instanceof Error ? error.message : String(error) };
  }
}

/** Runs a block of code. */
export function evaluate(code: string, names: Names): readonly Asserted[] {
  return statementsOf(code).flatMap((statement) => {
    if (statement.kind !== 'assert') return [];
    const values: Record<string, number> = {};
    const holds = statement.expr((name) => {
      const value = names(name);
      if (name.startsWith('tcpi_')) values[name] = value;
      return value;
    });
    return [{ text: statement.text, holds: holds !== 0, values }];
  });
}

interface Statement {
  readonly kind: 'assert' | 'print';
  readonly text: string;
  readonly expr: Expr;
}

function statementsOf(code: string): readonly Statement[] {
  const own = new Map<string, Expr>();
  const found: Statement[] = [];
  for (const text of linesOf(code)) {
    const assigned = /^([A-Za-z_]\w*)\s*=(?!=)(.*)$/.exec(text);
    const asserted = /^assert\b(.*)$/.exec(text);
    if (/^print\b/.test(text)) found.push({ kind: 'print', text, expr: () => 0 });
    else if (assigned !== null) own.set(assigned[1] ?? '', parse(assigned[2] ?? '', own));
    else if (asserted !== null) {
      const expression = withoutMessage(asserted[1] ?? '');
      found.push({ kind: 'assert', text: expression.trim(), expr: parse(expression, own) });
    } else throw new Error(`Python that cannot be read here: ${text}`);
  }
  return found;
}

/** Texts, comments, and what holds a statement together or ends it. */
const PIECE =
  /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|#[^\n]*|\\\s*\n|[\n;()[\]]|[^"'#\\\n;()[\]]+|[^]/g;

/**
 * The statements of a block, as Python cuts them: at the ends of lines and at semicolons, not within
 * brackets or texts, and not where a backslash carries a line on. Comments fall away.
 */
function linesOf(code: string): readonly string[] {
  const lines = [''];
  let depth = 0;
  for (const [piece] of code.matchAll(PIECE)) {
    if (/^[([]$/.test(piece)) depth++;
    if (/^[)\]]$/.test(piece)) depth--;
    if (depth > DEEPEST) throw new Error(`Python with brackets more than ${DEEPEST} deep`);
    const isEnd = piece === ';' || (piece === '\n' && depth <= 0);
    if (isEnd) lines.push('');
    else if (!piece.startsWith('#')) lines.push((lines.pop() ?? '') + carried(piece));
  }
  return lines.map((line) => line.trim()).filter((line) => line !== '');
}

const carried = (piece: string): string => (/^\\?\s*\n$/.test(piece) ? ' ' : piece);

/** More brackets within brackets no assertion needs. */
const DEEPEST = 64;

/** `assert a == b, message`: what stands after the comma is only shown. */
function withoutMessage(text: string): string {
  let depth = 0;
  let at = 0;
  for (const [piece] of text.matchAll(PIECE)) {
    if (piece === '(') depth++;
    if (piece === ')') depth--;
    const comma = /^["'#]/.test(piece) || depth > 0 ? -1 : piece.indexOf(',');
    if (comma >= 0) return text.slice(0, at + comma);
    at += piece.length;
  }
  return text;
}

/** Operators from the loosest to the tightest. */
const LEVELS: readonly Readonly<Record<string, (a: number, b: number) => number>>[] = [
  { or: (a, b) => (a !== 0 || b !== 0 ? 1 : 0) },
  { and: (a, b) => (a !== 0 && b !== 0 ? 1 : 0) },
  // Comparisons are chained: see `chain`.
  {
    '==': (a, b) => Number(a === b),
    '!=': (a, b) => Number(a !== b),
    '<=': (a, b) => Number(a <= b),
    '>=': (a, b) => Number(a >= b),
    '<': (a, b) => Number(a < b),
    '>': (a, b) => Number(a > b),
  },
  { '|': (a, b) => a | b },
  { '^': (a, b) => a ^ b },
  { '&': (a, b) => a & b },
  { '<<': (a, b) => a << b, '>>': (a, b) => a >> b },
  { '+': (a, b) => a + b, '-': (a, b) => a - b },
  {
    '*': (a, b) => a * b,
    '/': (a, b) => a / b,
    '//': (a, b) => Math.floor(a / b),
    '%': (a, b) => a % b,
  },
];

function parse(text: string, own: ReadonlyMap<string, Expr>): Expr {
  const tokens = tokensOf(text);
  let i = 0;
  const binary = (level: number): Expr => {
    const operators = LEVELS[level];
    if (operators === undefined) return unary();
    if ('==' in operators) return chain(operators, level);
    let left = binary(level + 1);
    for (;;) {
      const operator = operators[tokens[i] ?? ''];
      if (operator === undefined) return left;
      i++;
      const [before, after] = [left, binary(level + 1)];
      left = (names) => {
        const [a, b] = [before(names), after(names)];
        return operator(a, b);
      };
    }
  };
  /** `990 <= a <= 1010` asks both, as in Python. */
  const chain = (operators: (typeof LEVELS)[number], level: number): Expr => {
    const parts = [binary(level + 1)];
    const between: ((a: number, b: number) => number)[] = [];
    for (;;) {
      const operator = operators[tokens[i] ?? ''];
      if (operator === undefined) break;
      i++;
      between.push(operator);
      parts.push(binary(level + 1));
    }
    const [first] = parts;
    if (between.length === 0 && first !== undefined) return first;
    return (names) => {
      const values = parts.map((part) => part(names));
      return Number(
        between.every((holds, at) => holds(values[at] ?? 0, values[at + 1] ?? 0) !== 0),
      );
    };
  };
  const unary = (): Expr => {
    const token = tokens[i++];
    if (token === 'not' || token === '-') {
      const inner = unary();
      return (names) => (token === '-' ? -inner(names) : Number(inner(names) === 0));
    }
    if (token === '(') {
      const inner = binary(0);
      if (tokens[i++] !== ')') throw new Error(`Python that cannot be read here: ${text.trim()}`);
      return inner;
    }
    if (token !== undefined && /^\d/.test(token)) return () => Number(token);
    if (token === 'True' || token === 'False') return () => Number(token === 'True');
    if (token === undefined || !/^\w/.test(token)) {
      throw new Error(`Python that cannot be read here: ${text.trim()}`);
    }
    return own.get(token) ?? ((names) => names(token));
  };
  const whole = binary(0);
  if (i < tokens.length) throw new Error(`Python that cannot be read here: ${text.trim()}`);
  return whole;
}

function tokensOf(text: string): readonly string[] {
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  let end = 0;
  for (let found = TOKEN.exec(text); found !== null; found = TOKEN.exec(text)) {
    tokens.push(found[1] ?? '');
    end = TOKEN.lastIndex;
  }
  if (text.slice(end).trim() !== '') {
    throw new Error(`Python that cannot be read here: ${text.trim()}`);
  }
  return tokens;
}
