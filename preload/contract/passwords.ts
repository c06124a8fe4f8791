import * as v from 'valibot';
import { Id } from './common.ts';
import { DossierView } from './dossiers.ts';

const inDossier = v.strictObject({ dossierId: Id });

export const passwordsMethods = {
  'passwords.set': {
    input: v.strictObject({
      dossierId: Id,
      password: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
    }),
    output: DossierView,
  },
  /** The password itself: shown, then hidden by the window; never logged. */
  'passwords.reveal': { input: inDossier, output: v.strictObject({ password: v.string() }) },
  /** Puts it on the system's clipboard and clears it after `clearsAfterSeconds`, if it is still there. */
  'passwords.copy': {
    input: inDossier,
    /** `copied` is false where main has no clipboard: then the window copies and clears by itself. */
    output: v.strictObject({ copied: v.boolean(), clearsAfterSeconds: v.number() }),
  },
  'passwords.remove': { input: inDossier, output: DossierView },
};
