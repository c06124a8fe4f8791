import { readdir, readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import * as v from 'valibot';

const fact = <T extends v.GenericSchema>(schema: T) => v.optional(v.nullable(schema), null);

/** What people saw in a portrait; `null` where nobody says. */
const PortraitLabel = v.object({
  file: v.string(),
  colour: fact(v.boolean()),
  single_colour_background: fact(v.boolean()),
  /** In percent of the height or width. */
  head_top_pct: fact(v.number()),
  head_centre_x_pct: fact(v.number()),
  sharp: fact(v.boolean()),
  verdict_pass: fact(v.boolean()),
  verdict_certain: fact(v.boolean()),
  borderline_fields: v.optional(v.array(v.string()), []),
});
export type PortraitLabel = v.InferOutput<typeof PortraitLabel>;

const ScanLabel = v.object({
  file: v.string(),
  colour: fact(v.boolean()),
  /** Clockwise positive. */
  skew_deg: fact(v.number()),
  skew_scorable: fact(v.boolean()),
  content_rotation_cw: fact(v.number()),
  blurred: fact(v.boolean()),
  low_contrast: fact(v.boolean()),
  dark: fact(v.boolean()),
  shadow: fact(v.boolean()),
  glare: fact(v.boolean()),
  edges_cut: fact(v.boolean()),
  perspective: fact(v.boolean()),
  surroundings_visible: fact(v.boolean()),
  blank: fact(v.boolean()),
  screen_photo: fact(v.boolean()),
  screenshot: fact(v.boolean()),
  has_red_seal: fact(v.boolean()),
  verdict: fact(v.string()),
});
export type ScanLabel = v.InferOutput<typeof ScanLabel>;

const LabelsFile = v.pipe(
  v.unknown(),
  v.check((json) => !Array.isArray(json)),
  v.object({
    portraits: v.optional(v.array(v.unknown()), []),
    scans: v.optional(v.array(v.unknown()), []),
  }),
);

/** A file or label that could not be used, and why. */
export interface Odd {
  file: string;
  reason: string;
}

export interface Labels {
  portraits: PortraitLabel[];
  scans: ScanLabel[];
  odd: Odd[];
}

/** Nothing can be measured; the message is for the person. */
export class UnusableLabels extends Error {}

const pictureExtensions = [
  '.jpg',
  '.jpeg',
  '.png',
  '.tif',
  '.tiff',
  '.webp',
  '.pdf',
  '.bmp',
  '.gif',
  '.heic',
];

/**
 * Reads LABELS.json and compares it with what the folder holds. Labels that cannot be used are listed in `odd`.
 *
 * @throws UnusableLabels
 */
export async function readLabels(folder: string): Promise<Labels> {
  const path = join(folder, 'LABELS.json');
  const text = await readFile(path, 'utf8').catch(() => {
    throw new UnusableLabels(`cannot read ${path}`);
  });
  const all = v.safeParse(LabelsFile, parsed(text));
  if (!all.success)
    throw new UnusableLabels(`${path} is no JSON object with lists of "portraits" and "scans"`);
  const odd: Odd[] = [];
  const files = await filesIn(folder);
  const seen = new Set<string>();
  const take = <T extends { file: string }>(entries: unknown[], schema: v.GenericSchema<unknown, T>) =>
    entries.flatMap((entry): T[] => {
      const label = v.safeParse(schema, entry);
      const file = label.success ? label.output.file : nameOf(entry);
      const reason = !label.success
        ? reasonOf(label.issues)
        : seen.has(label.output.file)
          ? 'labelled twice'
          : files.has(label.output.file)
            ? null
            : 'labelled, but not there';
      seen.add(file);
      if (reason !== null) odd.push({ file, reason });
      return label.success && reason === null ? [label.output] : [];
    });
  const portraits = take(all.output.portraits, PortraitLabel);
  const scans = take(all.output.scans, ScanLabel);
  for (const file of files) if (!seen.has(file)) odd.push({ file, reason: 'without a label' });
  return { portraits, scans, odd };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Pictures below the folder, by their names as labels give them. */
async function filesIn(folder: string): Promise<Set<string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return new Set(
    entries
      .filter((entry) => entry.isFile() && pictureExtensions.includes(extname(entry.name).toLowerCase()))
      .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
      .sort(),
  );
}

function nameOf(entry: unknown): string {
  const named = v.safeParse(v.object({ file: v.string() }), entry);
  return named.success ? named.output.file : JSON.stringify(entry).slice(0, 80);
}

function reasonOf([{ message, path }]: [v.BaseIssue<unknown>, ...v.BaseIssue<unknown>[]]): string {
  return `${path?.map(({ key }) => String(key)).join('.') ?? 'label'}: ${message}`;
}
