import { cleanContent, noUses, renderingIntents, type CleanContent, type ResourceKind } from './content.ts';
import { demandColours } from './colours.ts';
import { demandFont } from './fonts.ts';
import { PdfFile } from './pdf-file.ts';
import { Unfit } from './unfit.ts';
import {
  isArray,
  isDict,
  nameOf,
  PdfName,
  PdfRef,
  PdfStream,
  type PdfDict,
  type PdfValue,
} from './values.ts';

/** A page as a form that can stand on another page; the objects it needs are in `objects` under the ids it names. */
export interface VectorPage {
  form: PdfStream;
  objects: ReadonlyMap<number, PdfValue>;
  /** What of it is shown, in its own points, and how far that is turned clockwise. */
  box: { left: number; bottom: number; width: number; height: number };
  turn: 0 | 90 | 180 | 270;
}

const limits = { depth: 12, objects: 20_000, values: 500_000, pixels: 80_000_000 };

const pictureFilters = new Set([
  ...['ASCIIHexDecode', 'ASCII85Decode', 'FlateDecode', 'RunLengthDecode'],
  ...['DCTDecode', 'CCITTFaxDecode', 'JBIG2Decode'],
]);
const blendModes = new Set([
  ...[
    'Normal',
    'Compatible',
    'Multiply',
    'Screen',
    'Overlay',
    'Darken',
    'Lighten',
    'ColorDodge',
    'ColorBurn',
  ],
  ...['HardLight', 'SoftLight', 'Difference', 'Exclusion', 'Hue', 'Saturation', 'Color', 'Luminosity'],
]);
const stateKeys = 'LW LC LJ ML D RI OP op OPM FL SM SA BM SMask CA ca AIS TK'.split(' ');
const fontKeys =
  'Type Subtype BaseFont FirstChar LastChar Widths Encoding ToUnicode FontBBox FontMatrix CIDSystemInfo DW W DW2 W2';
const descriptorKeys =
  'Type FontName FontFamily FontStretch FontWeight Flags FontBBox ItalicAngle Ascent Descent Leading CapHeight XHeight ' +
  'StemV StemH AvgWidth MaxWidth MissingWidth FontFile FontFile2 FontFile3';
const shadingKeys =
  'ShadingType ColorSpace Background BBox Function Coords Domain Extend Matrix BitsPerCoordinate BitsPerComponent ' +
  'BitsPerFlag Decode VerticesPerRow';

/**
 * Takes pages out of a PDF as forms. Only what a page's content names is taken, and of it only entries that are known
 * and that PDF/A-2 has: no actions, annotations, layers, external data, other pages' resources.
 */
export class PageCopier {
  readonly #file: PdfFile;
  readonly #pages: PdfDict[];
  readonly #objects = new Map<number, PdfValue>();
  /** As what each was taken: a file may not pass one object off as two kinds, one of which is not looked into. */
  readonly #kinds = new Map<number, string>();
  readonly #glyphUses = new Map<number, CleanContent['uses']>();
  readonly #begun = new Set<number>();
  /** Objects that let something shine through, themselves or below. */
  readonly #transparent = new Set<number>();
  #isTransparent = false;
  #values = 0;

  /** @throws Unfit when the file cannot be read */
  constructor(bytes: Buffer) {
    this.#file = new PdfFile(bytes);
    this.#pages = this.#file.pages();
  }

  /**
   * @param index from 0
   * @throws Unfit
   */
  page(index: number): VectorPage {
    const page = this.#pages[index];
    if (!page) throw new Unfit('damaged');
    this.#file.beginPage();
    this.#values = 0;
    this.#isTransparent = false;
    this.#demandNoAnnotations(page);
    const form = this.#pageForm(page);
    return { form, objects: this.#objects, box: this.#boxOf(page), turn: this.#turnOf(page) };
  }

  #pageForm(page: PdfDict): PdfStream {
    const contents = this.#file.resolve(page.get('Contents'));
    const parts = isArray(contents) ? contents : contents === null ? [] : [contents];
    const bytes = parts.flatMap((part) => [this.#file.unpack(this.#file.stream(part)), Buffer.from('\n')]);
    const { left, bottom, width, height } = this.#boxOf(page);
    const dict = new Map<string, PdfValue>([['BBox', [left, bottom, left + width, bottom + height]]]);
    return this.#form(dict, Buffer.concat(bytes), page, 0);
  }

  /** A form of that content, with its resources. */
  #form(head: Map<string, PdfValue>, content: Buffer, source: PdfDict, depth: number): PdfStream {
    const { bytes, uses } = cleanContent(content);
    const dict = new Map<string, PdfValue>([
      ['Type', new PdfName('XObject')],
      ['Subtype', new PdfName('Form')],
      ...head,
      ['Resources', this.#resources(source, uses, depth)],
    ]);
    const group = this.#file.resolve(source.get('Group'));
    // A page's group means nothing where all in it is opaque, and printers take longer with one.
    if (isDict(group) && (depth > 0 || this.#isTransparent)) dict.set('Group', this.#group(group));
    return new PdfStream(dict, bytes);
  }

  #group(group: PdfDict): PdfDict {
    const space = group.get('CS');
    if (nameOf(this.#file.resolve(group.get('S'))) !== 'Transparency') throw new Unfit('content');
    if (space !== undefined) demandColours(this.#file, space);
    return this.#picked(group, 'S CS I K');
  }

  #resources(source: PdfDict, uses: CleanContent['uses'], depth: number): PdfDict {
    const own = this.#file.resolve(source.get('Resources'));
    const resources = isDict(own) ? own : new Map<string, PdfValue>();
    const copy = new Map<string, PdfValue>();
    const spaces = this.#file.resolve(resources.get('ColorSpace'));
    // They give DeviceGray and DeviceRGB another meaning.
    for (const name of ['DefaultGray', 'DefaultRGB'])
      if (isDict(spaces) && spaces.has(name)) uses.ColorSpace.add(name);
    for (const [kind, names] of Object.entries(uses) as [ResourceKind, Set<string>][]) {
      if (names.size === 0) continue;
      const named = this.#file.resolve(resources.get(kind));
      const entries = new Map<string, PdfValue>();
      for (const name of [...names].sort()) {
        const value = isDict(named) ? named.get(name) : undefined;
        if (value === undefined) throw new Unfit('damaged');
        entries.set(name, this.#resource(kind, value, depth + 1));
      }
      copy.set(kind, entries);
    }
    return copy;
  }

  #resource(kind: ResourceKind, value: PdfValue, depth: number): PdfValue {
    if (depth > limits.depth) throw new Unfit('complex');
    switch (kind) {
      case 'ColorSpace':
        return this.#colours(value);
      case 'ExtGState':
        return this.#shared(kind, value, () => this.#state(this.#file.dict(value), depth));
      case 'Font':
        return this.#shared(kind, value, () => this.#font(this.#file.dict(value), depth));
      case 'Pattern':
        return this.#shared(kind, value, () => this.#pattern(this.#file.resolve(value), depth));
      case 'Shading':
        return this.#shared(kind, value, () => this.#shading(this.#file.resolve(value)));
      case 'XObject':
        return this.#shared(kind, value, () => this.#xObject(this.#file.stream(value), depth));
    }
  }

  /** What the file has once, the copy has once; what it has in place stays in place. */
  #shared(kind: string, value: PdfValue, make: () => PdfValue): PdfValue {
    if (!(value instanceof PdfRef)) {
      const made = make();
      if (made instanceof PdfStream) throw new Unfit('damaged');
      return made;
    }
    const { id } = value;
    if ((this.#kinds.get(id) ?? kind) !== kind) throw new Unfit('content');
    if (!this.#objects.has(id)) {
      if (this.#begun.has(id)) throw new Unfit('complex');
      if (this.#objects.size > limits.objects) throw new Unfit('complex');
      const around = this.#isTransparent;
      this.#isTransparent = false;
      this.#begun.add(id);
      try {
        this.#objects.set(id, make());
        this.#kinds.set(id, kind);
      } finally {
        this.#begun.delete(id);
      }
      if (this.#isTransparent) this.#transparent.add(id);
      this.#isTransparent ||= around;
    } else if (this.#transparent.has(id)) this.#isTransparent = true;
    return value;
  }

  #xObject(stream: PdfStream, depth: number): PdfStream {
    const { dict } = stream;
    this.#demandOwnData(dict);
    for (const key of ['OC', 'OPI', 'Alternates', 'PS', 'Ref', 'Subtype2'])
      if (dict.has(key)) throw new Unfit('content');
    switch (nameOf(this.#file.resolve(dict.get('Subtype')))) {
      case 'Image':
        return this.#image(stream);
      case 'Form':
        // Without resources of its own it would use those of whatever page it stands on.
        if (!dict.has('Resources')) throw new Unfit('content');
        this.#file.numbers(dict.get('BBox'), 4);
        return this.#form(this.#picked(dict, 'BBox Matrix'), this.#file.unpack(stream), dict, depth);
      default:
        throw new Unfit('content');
    }
  }

  #image({ dict, bytes }: PdfStream, depth = 0): PdfStream {
    const number = (key: string) => this.#file.resolve(dict.get(key));
    const [width, height, bits] = [number('Width'), number('Height'), number('BitsPerComponent')];
    if (typeof width !== 'number' || typeof height !== 'number') throw new Unfit('damaged');
    if (width * height > limits.pixels || depth > 2) throw new Unfit('complex');
    if (bits !== null && ![1, 2, 4, 8, 16].includes(bits as number)) throw new Unfit('content');
    if (this.#file.filters(dict).some((filter) => !pictureFilters.has(filter))) throw new Unfit('content');
    const intent = nameOf(this.#file.resolve(dict.get('Intent')));
    if (intent !== null && !renderingIntents.has(intent)) throw new Unfit('content');
    const copy = this.#picked(
      dict,
      'Type Subtype Width Height BitsPerComponent Intent ImageMask Decode Matte Filter DecodeParms',
    );
    if (dict.has('ColorSpace')) copy.set('ColorSpace', this.#colours(dict.get('ColorSpace')!));
    for (const key of ['Mask', 'SMask']) {
      const mask = dict.get(key);
      const found = this.#file.resolve(mask);
      if (mask === undefined || found === null) continue;
      if (key === 'SMask') this.#isTransparent = true;
      if (found instanceof PdfStream) {
        this.#demandOwnData(found.dict);
        copy.set(
          key,
          this.#shared('XObject', mask, () => this.#image(found, depth + 1)),
        );
      } else copy.set(key, this.#plain(found));
    }
    return new PdfStream(copy, bytes);
  }

  #font(font: PdfDict, depth: number): PdfDict {
    demandFont(this.#file, font);
    const copy = this.#picked(font, fontKeys);
    const descendants = this.#file.resolve(font.get('DescendantFonts'));
    if (isArray(descendants)) {
      const [value] = descendants;
      const descendant = this.#shared('CIDFont', value!, () => this.#descendant(this.#file.dict(value)));
      copy.set('DescendantFonts', [descendant]);
    }
    this.#copyDescriptor(font, copy);
    const glyphs = this.#file.resolve(font.get('CharProcs'));
    if (isDict(glyphs)) this.#copyGlyphs(font, glyphs, copy, depth);
    return copy;
  }

  #descendant(font: PdfDict): PdfDict {
    const copy = this.#picked(font, fontKeys);
    this.#copyDescriptor(font, copy);
    if (nameOf(copy.get('Subtype')) === 'CIDFontType2') {
      const map = font.get('CIDToGIDMap');
      // What is missing means the same; PDF/A wants it said.
      copy.set('CIDToGIDMap', map === undefined ? new PdfName('Identity') : this.#plain(map));
    }
    return copy;
  }

  #copyDescriptor(font: PdfDict, copy: Map<string, PdfValue>): void {
    const descriptor = font.get('FontDescriptor');
    if (descriptor === undefined) return;
    const found = this.#file.dict(descriptor);
    copy.set(
      'FontDescriptor',
      this.#shared('FontDescriptor', descriptor, () => this.#picked(found, descriptorKeys)),
    );
  }

  /** Glyphs that are drawings: content like any other. */
  #copyGlyphs(font: PdfDict, glyphs: PdfDict, copy: Map<string, PdfValue>, depth: number): void {
    const procedures = new Map<string, PdfValue>();
    const used = noUses();
    for (const [name, value] of glyphs) {
      if (!(value instanceof PdfRef)) throw new Unfit('damaged');
      procedures.set(
        name,
        this.#shared('glyph', value, () => {
          const { bytes, uses } = cleanContent(this.#file.unpack(this.#file.stream(value)));
          this.#glyphUses.set(value.id, uses);
          return new PdfStream(new Map(), bytes);
        }),
      );
      for (const [kind, names] of Object.entries(this.#glyphUses.get(value.id)!) as [
        ResourceKind,
        Set<string>,
      ][])
        for (const one of names) used[kind].add(one);
    }
    copy.set('CharProcs', procedures);
    copy.set('Resources', this.#resources(font, used, depth));
  }

  #state(state: PdfDict, depth: number): PdfDict {
    for (const [key, value] of state) {
      const isDefault = nameOf(this.#file.resolve(value)) === 'Default';
      if (key !== 'Type' && !stateKeys.includes(key) && !(key === 'TR2' && isDefault))
        throw new Unfit('content');
    }
    const mode = this.#file.resolve(state.get('BM'));
    if (mode !== null && !blendModes.has(nameOf(mode) ?? '')) throw new Unfit('content');
    const intent = this.#file.resolve(state.get('RI'));
    if (intent !== null && !renderingIntents.has(nameOf(intent) ?? '')) throw new Unfit('content');
    const copy = this.#picked(state, stateKeys.filter((key) => key !== 'SMask').join(' '));
    const mask = state.get('SMask');
    if (mask !== undefined) copy.set('SMask', this.#softMask(this.#file.resolve(mask), depth));
    const isPale = ['CA', 'ca'].some(
      (key) => ![null, 1].includes(this.#file.resolve(state.get(key)) as number | null),
    );
    const isBlending = mode !== null && !['Normal', 'Compatible'].includes(nameOf(mode)!);
    if (isPale || isBlending) this.#isTransparent = true;
    return copy;
  }

  #softMask(mask: PdfValue, depth: number): PdfValue {
    if (nameOf(mask) === 'None') return mask;
    if (!isDict(mask)) throw new Unfit('damaged');
    this.#isTransparent = true;
    const transfer = this.#file.resolve(mask.get('TR'));
    if (transfer !== null && nameOf(transfer) !== 'Identity') throw new Unfit('content');
    const copy = this.#picked(mask, 'Type S BC');
    copy.set('G', this.#resource('XObject', mask.get('G') ?? null, depth));
    return copy;
  }

  #pattern(pattern: PdfValue, depth: number): PdfValue {
    if (pattern instanceof PdfStream) {
      const { dict } = pattern;
      this.#demandOwnData(dict);
      const { bytes, uses } = cleanContent(this.#file.unpack(pattern));
      const copy = this.#picked(dict, 'Type PatternType PaintType TilingType BBox XStep YStep Matrix');
      copy.set('Resources', this.#resources(dict, uses, depth));
      return new PdfStream(copy, bytes);
    }
    const dict = this.#file.dict(pattern);
    if (dict.has('ExtGState')) throw new Unfit('content');
    const shading = dict.get('Shading') ?? null;
    const copy = this.#picked(dict, 'Type PatternType Matrix');
    copy.set(
      'Shading',
      this.#shared('Shading', shading, () => this.#shading(this.#file.resolve(shading))),
    );
    return copy;
  }

  #shading(shading: PdfValue): PdfValue {
    const dict = shading instanceof PdfStream ? shading.dict : this.#file.dict(shading);
    this.#demandOwnData(dict);
    demandColours(this.#file, dict.get('ColorSpace'));
    const copy = this.#picked(dict, shadingKeys);
    return shading instanceof PdfStream ? this.#stream(shading, copy) : copy;
  }

  #colours(value: PdfValue): PdfValue {
    demandColours(this.#file, value);
    return this.#plain(value);
  }

  /** Those of the entries that are there, with all that is below them. */
  #picked(dict: PdfDict, keys: string): Map<string, PdfValue> {
    const copy = new Map<string, PdfValue>();
    for (const key of keys.split(' ')) {
      const value = dict.get(key);
      if (value !== undefined) copy.set(key, this.#plain(value));
    }
    return copy;
  }

  /** Numbers, names, lists, and streams of data such as font programs, tables, profiles and functions. */
  #plain(value: PdfValue, depth = 0): PdfValue {
    if (depth > limits.depth || ++this.#values > limits.values) throw new Unfit('complex');
    const found = this.#file.resolve(value);
    if (found instanceof PdfStream)
      return this.#shared('data', value, () => this.#stream(found, this.#entries(found.dict, depth)));
    if (isDict(found)) return this.#entries(found, depth);
    return isArray(found) ? found.map((entry) => this.#plain(entry, depth + 1)) : found;
  }

  #entries(dict: PdfDict, depth: number): Map<string, PdfValue> {
    const copy = new Map<string, PdfValue>();
    for (const [key, value] of dict) {
      // Metadata is of the old file; a profile's other description of its colours may be any.
      if (key !== 'Metadata' && key !== 'Alternate' && key !== 'Length')
        copy.set(key, this.#plain(value, depth + 1));
    }
    return copy;
  }

  #stream(stream: PdfStream, copy: Map<string, PdfValue>): PdfStream {
    this.#demandOwnData(stream.dict);
    const bytes = this.#file.unpack(stream);
    for (const key of ['Filter', 'DecodeParms', 'Length', 'DL']) copy.delete(key);
    return new PdfStream(copy, bytes);
  }

  /** @throws Unfit when a stream's data stands in another file */
  #demandOwnData(dict: PdfDict): void {
    if (dict.has('F') || dict.has('FFilter') || dict.has('FDecodeParms')) throw new Unfit('content');
  }

  /** Links and notes that open are not seen on paper; stamps, fields and drawings are. */
  #demandNoAnnotations(page: PdfDict): void {
    const annotations = this.#file.resolve(page.get('Annots'));
    for (const value of isArray(annotations) ? annotations : []) {
      const annotation = this.#file.resolve(value);
      if (!isDict(annotation)) continue;
      const flags = this.#file.resolve(annotation.get('F'));
      const isHidden = typeof flags === 'number' && (flags & 2) !== 0;
      const subtype = nameOf(this.#file.resolve(annotation.get('Subtype'))) ?? '';
      const isUnseen = subtype === 'Popup' || (subtype === 'Link' && !annotation.has('AP'));
      if (!isHidden && !isUnseen) throw new Unfit('annotations');
    }
  }

  #boxOf(page: PdfDict): VectorPage['box'] {
    if (![null, 1].includes(this.#file.resolve(page.get('UserUnit')) as number | null))
      throw new Unfit('complex');
    const media = sorted(this.#file.numbers(page.get('MediaBox'), 4));
    const crop = page.has('CropBox') ? sorted(this.#file.numbers(page.get('CropBox'), 4)) : media;
    const [left, bottom] = [Math.max(media[0], crop[0]), Math.max(media[1], crop[1])];
    const [right, top] = [Math.min(media[2], crop[2]), Math.min(media[3], crop[3])];
    if (right - left < 1 || top - bottom < 1) throw new Unfit('damaged');
    return { left, bottom, width: right - left, height: top - bottom };
  }

  #turnOf(page: PdfDict): VectorPage['turn'] {
    const turn = this.#file.resolve(page.get('Rotate')) ?? 0;
    const turned = typeof turn === 'number' ? ((turn % 360) + 360) % 360 : -1;
    if (turned !== 0 && turned !== 90 && turned !== 180 && turned !== 270) throw new Unfit('damaged');
    return turned;
  }
}

function sorted([x1, y1, x2, y2]: number[]): [number, number, number, number] {
  return [Math.min(x1!, x2!), Math.min(y1!, y2!), Math.max(x1!, x2!), Math.max(y1!, y2!)];
}
