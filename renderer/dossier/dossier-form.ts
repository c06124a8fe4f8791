import type { AppState } from '../app-state.svelte.ts';
import type { Form } from '../forms/form.ts';
import { noteOf } from '../messages/field-notes.ts';
import type { DossierPage } from './dossier-page.svelte.ts';

/** The dossier's fields as forms see them. */
export function dossierForm(app: AppState, page: DossierPage): Form {
  return {
    get readOnly() {
      return app.readOnly;
    },
    value: (path) => page.edits.value(path),
    // A value on its way is judged when it arrives; the old judgement would be about text no longer there.
    note: (path) =>
      noteOf(page.edits.isEdited(path) ? [] : page.problemsAt(path), page.edits.failure(path), app.catalogue),
    type: (path, value) => page.edits.type(path, value),
    choose: (path, value) => void page.edits.choose(path, value),
    leave: (path) => void page.edits.leave(path),
  };
}
