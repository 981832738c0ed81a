import { expose } from 'comlink';
import { create, initialize } from 'monaco-editor/languages/features/typescript/ts.worker';
import { CHECK_ONLY, type CheckerApi } from './checker-api.ts';
import { compileWith, placesIn } from './compile.ts';

/**
 * TypeScript in a worker, for both editors: Monaco speaks to it as to its own worker; the light
 * editor says `CHECK_ONLY` first. One file, so that nobody fetches a compiler twice.
 */
self.onmessage = ({ data }) => {
  if (data !== CHECK_ONLY) return initialize(create);
  self.onmessage = null;
  expose(api);
};

const TYPES = 'file:///tcp.d.ts';

/** The one text that is being checked, as TypeScript's host sees it. */
let model = { uri: { path: '', toString: () => '' }, version: 0, getValue: () => '' };
let service: ReturnType<typeof create> | null = null;

const api: CheckerApi = {
  open(compilerOptions, types) {
    service = create(
      { getMirrorModels: () => [model] },
      { compilerOptions, extraLibs: { [TYPES]: { content: types, version: 1 } } },
    );
  },
  compile(file, code) {
    return compileWith(at(file, code), model.uri.toString(), placesIn(code));
  },
  async format(file, code, tabSize) {
    const options = { tabSize, indentSize: tabSize, convertTabsToSpaces: true };
    const typescript = at(file, code);
    const edits = await typescript.getFormattingEditsForDocument(model.uri.toString(), options);
    return edits.map(({ span: { start, length }, newText }) => ({ start, length, newText }));
  },
};

/** The service, with `code` as its only file. */
function at(file: string, code: string): ReturnType<typeof create> {
  if (service === null) throw new Error('the checker has not been opened');
  const path = `/${file}`;
  const uri = { path, toString: () => `file://${path}` };
  model = { uri, version: model.version + 1, getValue: () => code };
  return service;
}
