import ts from 'typescript-editor';

/**
 * A plank's source with the bodies of the named exports taken out: a starter to go on from. What a
 * comment on a line of its own says stays, as a guide through what is to be written.
 */
export function emptyPlanks(source: string, names: readonly string[]): string {
  const file = ts.createSourceFile('plank.ts', source, ts.ScriptTarget.ES2022, true);
  const all = [...names, ...file.statements.flatMap((each) => stepsByName(each, names))];
  const blocks = file.statements.flatMap((statement) => blocksOf(statement, all));
  return blocks.reduceRight((text, { block, filler }) => {
    const comments = block
      .getText()
      .split('\n')
      .filter((line) => /^\s*\/\//.test(line));
    const body = ['{', ...comments, filler, '}'].join('\n');
    return text.slice(0, block.getStart()) + body + text.slice(block.getEnd());
  }, source);
}

/** Of `{ ack, text }`, a plank whose steps stand beside it: their names. */
function stepsByName(statement: ts.Statement, names: readonly string[]): readonly string[] {
  if (!ts.isVariableStatement(statement)) return [];
  return statement.declarationList.declarations.flatMap(({ name, initializer }) => {
    if (!names.includes(name.getText()) || initializer === undefined) return [];
    if (!ts.isObjectLiteralExpression(initializer)) return [];
    return initializer.properties
      .filter(ts.isShorthandPropertyAssignment)
      .map((each) => each.name.text);
  });
}

interface Emptied {
  readonly block: ts.Block;
  /** What stands in the block instead: it compiles, and does nothing right. */
  readonly filler: string;
}

function blocksOf(statement: ts.Statement, names: readonly string[]): readonly Emptied[] {
  if (ts.isFunctionDeclaration(statement)) {
    return names.includes(statement.name?.text ?? '') ? emptied(statement, false) : [];
  }
  if (!ts.isVariableStatement(statement)) return [];
  return statement.declarationList.declarations.flatMap(({ name, type, initializer }) => {
    if (!names.includes(name.getText()) || initializer === undefined) return [];
    if (!ts.isObjectLiteralExpression(initializer)) {
      return emptied(initializer, type?.getText() === 'Check');
    }
    return initializer.properties.flatMap((part) =>
      emptied(ts.isPropertyAssignment(part) ? part.initializer : part, true),
    );
  });
}

/** `isStep`: a check, or one of a record of steps of checks, which say whether to go on. */
function emptied(node: ts.Node, isStep: boolean): readonly Emptied[] {
  const isFunction =
    ts.isFunctionDeclaration(node) ||
    ts.isFunctionExpression(node) ||
    ts.isArrowFunction(node) ||
    ts.isMethodDeclaration(node);
  if (!isFunction || node.body === undefined || !ts.isBlock(node.body)) return [];
  return [{ block: node.body, filler: fillerOf(node, isStep) }];
}

const RETURNS: Readonly<Record<string, string>> = {
  boolean: 'return false;',
  number: 'return 0;',
  Seq: 'return 0;',
  string: "return '';",
};

function fillerOf({ parameters, type }: ts.SignatureDeclaration, isStep: boolean): string {
  const hasAct = parameters.some(({ name }) => name.getText() === 'act');
  if (hasAct) return isStep ? "return 'stop';" : "act.drop('not written yet');";
  return RETURNS[type?.getText() ?? ''] ?? "throw new Error('not written yet');";
}
