import ts from 'typescript-editor';

/** The statements that declare the given symbols and all that they mention, by file and place. */
export function reachable(
  checker: ts.TypeChecker,
  symbols: readonly ts.Symbol[],
): readonly ts.Statement[] {
  const found = new Set<ts.Statement>();
  const follow = (symbol: ts.Symbol | undefined): void => {
    for (const declaration of original(checker, symbol)?.declarations ?? []) {
      const statement = topLevel(declaration);
      if (statement === null || found.has(statement)) continue;
      found.add(statement);
      visit(statement);
    }
  };
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) follow(checker.getSymbolAtLocation(node));
    ts.forEachChild(node, visit);
  };
  symbols.forEach(follow);
  return [...found].sort(byPlace);
}

function original(checker: ts.TypeChecker, symbol: ts.Symbol | undefined): ts.Symbol | undefined {
  const isAlias = symbol !== undefined && (symbol.flags & ts.SymbolFlags.Alias) !== 0;
  return isAlias ? checker.getAliasedSymbol(symbol) : symbol;
}

/** The statement of a module of ours that a declaration stands in; `null` in TypeScript's libraries. */
function topLevel(declaration: ts.Node): ts.Statement | null {
  if (declaration.getSourceFile().fileName.includes('/node_modules/')) return null;
  let node = declaration;
  while (!ts.isSourceFile(node) && !ts.isSourceFile(node.parent)) node = node.parent;
  return ts.isSourceFile(node) ? null : (node as ts.Statement);
}

function byPlace(a: ts.Statement, b: ts.Statement): number {
  const [one, two] = [a.getSourceFile().fileName, b.getSourceFile().fileName];
  return one === two ? a.pos - b.pos : one < two ? -1 : 1;
}
