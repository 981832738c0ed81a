import * as monaco from 'monaco-editor/editor';
import { seriousOf } from '#judge/untyped.ts';

/** Whose marks are those of the language service. */
const OWNER = 'typescript';

/** Takes out of the text the marks of what does not stop a run. */
export function markSeriousOnly(): void {
  monaco.editor.onDidChangeMarkers((uris) => {
    for (const resource of uris) {
      const model = monaco.editor.getModel(resource);
      const all = monaco.editor.getModelMarkers({ owner: OWNER, resource });
      const serious = seriousOf(all);
      if (model && serious.length < all.length) {
        monaco.editor.setModelMarkers(model, OWNER, [...serious]);
      }
    }
  });
}
