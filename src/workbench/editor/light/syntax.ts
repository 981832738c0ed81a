import type { syntaxTree } from '@codemirror/language';
import type { Say } from '#text/text.ts';

type Tree = ReturnType<typeof syntaxTree>;
type SyntaxNode = Tree['topNode'];

/** Something that cannot be parsed, from offset to offset in UTF-16 units. */
export interface SyntaxProblem {
  readonly from: number;
  readonly to: number;
  readonly message: string;
}

/** One mistake often leads to more; those further down say little. */
const MOST = 3;

const CLOSED_BY: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}', '${': '}' };

/** Where a text stops making sense to the parser that colours it, in words; one place per line. */
export function syntaxProblems(tree: Tree, code: string, t: Say): readonly SyntaxProblem[] {
  const found: SyntaxProblem[] = [];
  const lines = new Set<number>();
  tree.iterate({
    enter({ type, node }) {
      if (found.length >= MOST || !(type.isError || NAMES.test(type.name))) return;
      const sign = wideSign(node, code, t);
      if (!type.isError && !sign) return;
      const line = lineAt(code, node.from);
      if (lines.has(line)) return;
      lines.add(line);
      found.push(sign ?? { ...marked(node, code), message: words(node, code, t) });
    },
  });
  return found;
}

/** Signs of Chinese and typographers’ punctuation that are not just an ASCII sign, made wide. */
const ASCII_OF: Readonly<Record<string, string>> = {
  ...{ '。': '.', '、': ',', '“': '"', '”': '"', '‘': "'", '’': "'" },
  ...{ '【': '[', '】': ']', '《': '<', '》': '>', '　': ' ' },
};

/** The parser takes wide signs for letters of a name. */
const NAMES = /^(?:VariableName|VariableDefinition|PropertyName|PropertyDefinition|TypeName)$/;

function wideSign({ from, to, type }: SyntaxNode, code: string, t: Say): SyntaxProblem | null {
  if (type.isError) return wide(from, code, t);
  for (let at = from; at < to; at += 1) {
    const sign = wide(at, code, t);
    if (sign) return sign;
  }
  return null;
}

/** A sign that an input method wrote in its wide form stops every parser and is hard to see. */
export function wide(at: number, code: string, t: Say): SyntaxProblem | null {
  const from = at + (/^[ \t]*/.exec(code.slice(at))?.[0].length ?? 0);
  const token = code[from] ?? '';
  const ascii =
    ASCII_OF[token] ??
    (/[\uff01-\uff5e]/.test(token) ? String.fromCharCode(token.charCodeAt(0) - 0xfee0) : null);
  if (ascii === null) return null;
  return { from, to: from + 1, message: t('workbench.syntax.wide', { token, ascii }) };
}

/** Nothing cannot be underlined: what is missing is marked at the character before it. */
function marked({ from, to }: SyntaxNode, code: string) {
  if (from < to) return { from, to };
  const before = code.slice(0, from).trimEnd().length;
  return before === 0
    ? { from: 0, to: Math.min(1, code.length) }
    : { from: before - 1, to: before };
}

function words(node: SyntaxNode, code: string, t: Say): string {
  const { parent, from, to } = node;
  if (parent?.name === 'BlockComment' || parent?.name === 'TemplateString') {
    return t(`workbench.syntax.open.${parent.name}`, { line: lineAt(code, parent.from) });
  }
  if (from < to) return t('workbench.syntax.unexpected', { token: tokenAt(code, from) });
  const next = tokenAt(code, from);
  const first = parent?.firstChild;
  if (parent && first && first.name in CLOSED_BY && !closed(parent)) {
    const values = { open: first.name, line: lineAt(code, first.from) };
    if (next === '') return t('workbench.syntax.unclosed', values);
    return t('workbench.syntax.unclosed.before', { ...values, token: next });
  }
  if (next === '') return t('workbench.syntax.missing.end');
  return t('workbench.syntax.missing', { token: next });
}

function closed(parent: SyntaxNode): boolean {
  return parent.lastChild?.name === CLOSED_BY[parent.firstChild?.name ?? ''];
}

/** The word or sign that stands at or after an offset; empty at the end of the text. */
export function tokenAt(code: string, offset: number): string {
  return /^\s*([\p{L}\p{N}_$]+|\S?)/u.exec(code.slice(offset))?.[1] ?? '';
}

function lineAt(code: string, offset: number): number {
  return code.slice(0, offset).split('\n').length;
}
