import ts from 'typescript-editor';

const OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  allowImportingTsExtensions: true,
  declaration: true,
  emitDeclarationOnly: true,
  strict: true,
  skipLibCheck: true,
  types: [],
};

/** The declaration files of a module and of all that it imports, as a program of their own. */
export function emitDeclarations(path: string): { program: ts.Program; entry: ts.SourceFile } {
  const emitted = new Map<string, string>();
  ts.createProgram([path], OPTIONS).emit(undefined, (name, text) => emitted.set(name, text));

  const host = ts.createCompilerHost(OPTIONS);
  const { fileExists, readFile, getSourceFile } = host;
  host.fileExists = (name) =>
    emitted.has(name) || (!isOurSource(name, emitted) && fileExists(name));
  host.readFile = (name) => emitted.get(name) ?? readFile(name);
  host.getSourceFile = (name, languageVersion) => {
    const text = emitted.get(name);
    return text === undefined
      ? getSourceFile(name, languageVersion)
      : ts.createSourceFile(name, text, languageVersion, true);
  };
  const root = path.replace(/\.ts$/, '.d.ts');
  const program = ts.createProgram([root], OPTIONS, host);
  const entry = program.getSourceFile(root);
  if (entry === undefined) throw new Error(`no declarations were made of ${path}`);
  return { program, entry };
}

/** Hides a `.ts` file for which declarations were made, so that its declarations are found instead. */
function isOurSource(name: string, emitted: ReadonlyMap<string, string>): boolean {
  return name.endsWith('.ts') && emitted.has(name.replace(/\.ts$/, '.d.ts'));
}
