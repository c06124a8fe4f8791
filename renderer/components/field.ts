import type { Severity } from '../../preload/contract/index.ts';

/** What stands beside a field: one sentence, and the value that would put it right where there is one. */
export interface FieldNote {
  severity: Severity;
  text: string;
  fix: { label: string; value: string } | null;
}

/** One choice of a list. `keywords`: further text a search may match. */
export interface Option {
  value: string;
  label: string;
  keywords?: string;
}

/** What every field has. */
export interface FieldProps {
  label: string;
  /** A line under the control, said before anything is wrong. */
  hint?: string | undefined;
  note?: FieldNote | null | undefined;
  /** The label is read out but not shown, and the note stands below: for tables and toolbars. */
  compact?: boolean | undefined;
  /** Label above the control instead of beside it. */
  stacked?: boolean | undefined;
  onfix?: ((value: string) => void) | undefined;
}
