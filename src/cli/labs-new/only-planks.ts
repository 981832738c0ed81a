import ts from 'typescript-editor';

/**
 * Of a file of planks, the named ones and what they are made of: a module for a lab, which imports
 * from 'tcp' alone, and from there only what it uses.
 */
export function onlyPlanks(source: string, names: readonly string[]): string {
  const file = parse(withoutNotes(source));
  const parts = file.statements.filter((each) => !ts.isImportDeclaration(each));
  const kept = new Set<ts.Statement>();
  const used = new Set<string>(names);
  // What is kept uses more, until nothing is added.
  for (let before = -1; before !== kept.size;) {
    before = kept.size;
    for (const part of parts) {
      if (kept.has(part) || !declared(part).some((name) => used.has(name))) continue;
      kept.add(part);
      for (const name of identifiers(part)) used.add(name);
    }
  }
  const imports = file.statements.filter(ts.isImportDeclaration).flatMap(imported);
  const wanted = imports.filter(({ name }) => used.has(name)).map(({ text }) => text);
  const head = wanted.length === 0 ? [] : [`import { ${wanted.join(', ')} } from 'tcp';`];
  const body = parts.filter((part) => kept.has(part)).map((part) => part.getFullText().trim());
  return `${[...head, ...body].join('\n\n')}\n`;
}

function parse(source: string): ts.SourceFile {
  return ts.createSourceFile('plank.ts', source, ts.ScriptTarget.ES2022, true);
}

/** Where a plank notes for the table of requirements which rule it follows. No lab has the function. */
const NOTE = 'follow';

/** The source without those notes, and without the conditions on which something is only noted. */
function withoutNotes(source: string): string {
  const notes: ts.Statement[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isStatement(node) && isNote(node)) notes.push(node);
    else ts.forEachChild(node, visit);
  };
  visit(parse(source));
  return notes.reduceRight((text, note) => text.slice(0, note.pos) + text.slice(note.end), source);
}

function isNote(statement: ts.Statement): boolean {
  if (ts.isIfStatement(statement)) {
    return statement.elseStatement === undefined && isNote(statement.thenStatement);
  }
  if (!ts.isExpressionStatement(statement) || !ts.isCallExpression(statement.expression))
    return false;
  return statement.expression.expression.getText() === NOTE;
}

function declared(statement: ts.Statement): readonly string[] {
  if (ts.isVariableStatement(statement)) {
    return statement.declarationList.declarations.map(({ name }) => name.getText());
  }
  const isNamed =
    ts.isFunctionDeclaration(statement) ||
    ts.isInterfaceDeclaration(statement) ||
    ts.isTypeAliasDeclaration(statement);
  return isNamed && statement.name !== undefined ? [statement.name.text] : [];
}

function identifiers(node: ts.Node): readonly string[] {
  const found: string[] = [];
  const visit = (each: ts.Node): void => {
    if (ts.isIdentifier(each) && !isMember(each)) found.push(each.text);
    ts.forEachChild(each, visit);
  };
  visit(node);
  return found;
}

/** Is this the name of an object's part, as `rst` in `seg.ctl.rst` and in `{ rst: true }`? */
function isMember(node: ts.Identifier): boolean {
  const { parent } = node;
  const mayName =
    ts.isPropertyAccessExpression(parent) ||
    ts.isPropertyAssignment(parent) ||
    ts.isMethodDeclaration(parent) ||
    ts.isPropertySignature(parent);
  return mayName && parent.name === node;
}

function imported({
  importClause,
}: ts.ImportDeclaration): readonly { readonly name: string; readonly text: string }[] {
  const bindings = importClause?.namedBindings;
  if (bindings === undefined || !ts.isNamedImports(bindings)) return [];
  const isType = importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword;
  return bindings.elements.map((each) => {
    const text = each.getText();
    return { name: each.name.text, text: isType ? `type ${text}` : text };
  });
}
