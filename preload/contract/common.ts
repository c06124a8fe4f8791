import * as v from 'valibot';

/** A calendar day, `YYYY-MM-DD`, in Asia/Shanghai. */
export const Day = v.pipe(v.string(), v.isoDate());
/** An instant, ISO 8601 in UTC. */
export const Instant = v.pipe(v.string(), v.isoTimestamp());
export const Id = v.pipe(v.string(), v.uuid());
/** SHA-256 of a file's bytes, lower-case hex. */
export const Sha256 = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
/** What a document's file may be, known by its bytes. */
export const MediaType = v.picklist([
  'image/jpeg',
  'image/png',
  'image/tiff',
  'image/webp',
  'application/pdf',
]);
export type MediaType = v.InferOutput<typeof MediaType>;
/** Six-digit GB/T 2260 code of a province, city or county. */
export const RegionCode = v.pipe(v.string(), v.regex(/^\d{6}$/));
export const Language = v.picklist(['zh-CN', 'en']);
export type Language = v.InferOutput<typeof Language>;

/** A sentence in both languages of the product. */
export const Bilingual = v.strictObject({ 'zh-CN': v.string(), en: v.string() });
export type Bilingual = v.InferOutput<typeof Bilingual>;

/** Free text of a form field: trimmed of nothing, bounded, `null` while empty. */
export const text = (maxChars: number) => v.nullable(v.pipe(v.string(), v.maxLength(maxChars)));

/** Numbers and words that a sentence needs; never a secret. */
export const Params = v.record(
  v.string(),
  v.union([v.string(), v.number(), v.boolean(), v.null(), v.array(v.string())]),
);
export type Params = v.InferOutput<typeof Params>;
