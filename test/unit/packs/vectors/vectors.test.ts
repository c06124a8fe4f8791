import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pdfEngine } from '../../../../main/images/pdf-engine.ts';
import { PageCopier } from '../../../../main/packs/vectors/page-copier.ts';
import { copyWithPdfium } from '../../../../main/packs/vectors/pdfium-copy.ts';
import { Unfit } from '../../../../main/packs/vectors/unfit.ts';
import { writePack } from '../../../../main/packs/write.ts';
import { documentOf, sampleInput } from '../pack-samples.ts';
import {
  checkStructure,
  needsPdfTools,
  pageText,
  pdfFonts,
  pdfImages,
  pdfObjects,
  renderPage,
} from '../pdf-tools.ts';
import { drawContract, handMadePdf, packedZeros, type HandMade } from './pdf-samples.ts';

let folder: string;
let contract: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'beian-vectors-'));
  contract = join(folder, 'contract.pdf');
  await drawContract(contract, 2);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

let packs = 0;
async function packOf(
  files: string[],
  { watermark = null as string | null, material = 'access-contract' } = {},
) {
  const documents = await Promise.all(files.map((file) => documentOf(file, material, 'entity')));
  const out = join(folder, `pack-${++packs}`);
  const manifest = await writePack(sampleInput({ documents, options: { watermark } }), out);
  const pages = manifest.contents.filter((entry) => entry.material === material);
  return { manifest, pdf: join(out, 'pack.pdf'), first: pages[0]!.page };
}

describe('pages of an attached PDF', () => {
  needsPdfTools();

  test('are printed as they are: text, fonts and lines instead of pixels', async () => {
    const { manifest, pdf, first } = await packOf([contract]);
    checkStructure(pdf);
    expect(manifest.preflight.map(({ code }) => code)).toContain('verified');
    expect(manifest.preflight.map(({ code }) => code)).not.toContain('pdf-as-picture');
    expect(pdfImages(pdf)).toEqual([]);
    expect(pageText(pdf, first)).toContain('接入服务合同第1页Contract2026-01');
    expect(pageText(pdf, first + 1)).toContain('接入服务合同第2页Contract2026-02');
    for (const font of pdfFonts(pdf)) expect(font).toMatchObject({ embedded: true, subset: true });
    // What both pages use is in the file once.
    expect(
      pdfFonts(pdf)
        .map(({ name }) => name)
        .filter((name) => name.includes('NotoSansSC')),
    ).toHaveLength(3);
  });

  test.each([0, 90, 180, 270])('look as another reader shows them, turned by %i degrees', async (turn) => {
    const file = join(folder, `turned-${turn}.pdf`);
    execFileSync('qpdf', [`--rotate=${turn}`, contract, file]);
    const { manifest, pdf, first } = await packOf([file]);
    expect(manifest.preflight.map(({ code }) => code)).not.toContain('pdf-as-picture');
    expect(await difference(pdf, first, file)).toBeLessThan(0.01);
  });

  test('are cut where the file cuts them', async () => {
    const file = join(folder, 'cut.pdf');
    const content = '1 0 0 rg 0 0 595 842 re f 0 0 1 rg 100 300 200 200 re f';
    await writeFile(file, handMadePdf({ content, page: '/CropBox [100 250 400 600]' }));
    const { manifest, pdf, first } = await packOf([file]);
    expect(manifest.preflight.map(({ code }) => code)).toContain('verified');
    expect(await difference(pdf, first, file)).toBeLessThan(0.01);
  });

  test('give the same bytes again', async () => {
    const [one, other] = [await packOf([contract]), await packOf([contract])];
    expect((await readFile(one.pdf)).equals(await readFile(other.pdf))).toBe(true);
  });

  test('start from a state of their own, whatever stands on our page before them', async () => {
    const file = join(folder, 'bare.pdf');
    await writeFile(file, handMadePdf({ content: '100 100 400 300 re f 10 w 100 500 400 200 re S' }));
    const { pdf, first } = await packOf([file]);
    expect(await difference(pdf, first, file)).toBeLessThan(0.01);
  });

  test('take nothing along that PDF/A does not have', async () => {
    const file = join(folder, 'rich.pdf');
    await writeFile(
      file,
      handMadePdf({
        content: '/P << /MCID 0 >> BDC 10 10 50 50 re f EMC',
        page: '/AA << /O 10 0 R >> /StructParents 0 /PieceInfo << /X << /LastModified (D:2026) >> >>',
        catalogue: '/OpenAction 10 0 R /Names << /JavaScript << /Names [(a) 10 0 R] >> >>',
        objects: ['<< /S /JavaScript /JS (app.alert\\(1\\)) >>'],
      }),
    );
    const { manifest, pdf } = await packOf([file]);
    expect(manifest.preflight.map(({ code }) => code)).not.toContain('pdf-as-picture');
    const objects = pdfObjects(pdf);
    for (const word of ['/JavaScript', '/AA', '/PieceInfo', '/OpenAction'])
      expect(objects).not.toContain(word);
  });

  test('can carry a watermark where they are empty', async () => {
    const { pdf, first } = await packOf([contract], {
      watermark: '仅供备案使用',
      material: 'cert-business-licence',
    });
    expect(pageText(pdf, first)).toContain('仅供备案使用');
    expect(pdfImages(pdf)).toEqual([]);
  });
});

/** Mean difference, of 1, between a page of the pack and the whole page of a file, where that is printed. */
async function difference(pdf: string, page: number, file: string): Promise<number> {
  const dpi = 144;
  const inner = await sharp(renderPage(pdf, page, dpi))
    .removeAlpha()
    .toBuffer();
  const whole = await sharp(renderPageOf(file)).removeAlpha().toBuffer();
  const { width: w = 1, height: h = 1 } = await sharp(whole).metadata();
  const area = fitted(w / h);
  const px = (mm: number) => Math.round((mm / 25.4) * dpi);
  const part = { left: px(area.x), top: px(area.y), width: px(area.width), height: px(area.height) };
  const size = { width: 300, height: Math.round((300 * h) / w), fit: 'fill' } as const;
  const [ours, theirs] = await Promise.all([
    sharp(inner).extract(part).resize(size).greyscale().raw().toBuffer(),
    sharp(whole).resize(size).greyscale().raw().toBuffer(),
  ]);
  let sum = 0;
  for (let i = 0; i < theirs.length; i++) sum += Math.abs(ours[i]! - theirs[i]!);
  return sum / theirs.length / 255;
}

function renderPageOf(file: string): Buffer {
  return execFileSync(
    'pdftoppm',
    ['-r', '144', '-f', '1', '-l', '1', '-singlefile', '-cropbox', '-png', file],
    {
      maxBuffer: 64 * 1024 * 1024,
    },
  );
}

/** Where a page that is larger than its place, or as large as this one, stands. Millimetres. */
function fitted(aspect: number) {
  const outer = { x: 20, y: 35, width: 170, height: 242 };
  const own = { width: (300 / 72) * 25.4, height: (350 / 72) * 25.4 };
  const isSmall = Math.abs(aspect - own.width / own.height) < 0.01;
  const width = isSmall ? own.width : Math.min(outer.width, outer.height * aspect);
  const height = width / aspect;
  return { x: (210 - width) / 2, y: outer.y, width, height };
}

describe('a page that PDF/A would not have is printed as a picture, and the reason is said', () => {
  const form = (extra: string, content = '0 0 10 10 re f'): [string, string] => [
    `/Type /XObject /Subtype /Form /BBox [0 0 10 10] /Resources << >> ${extra}`,
    content,
  ];
  const cases: [what: string, reason: Unfit['reason'], pdf: HandMade][] = [
    ['CMYK', 'colours', { content: '0 0 0 1 k 0 0 50 50 re f' }],
    ['a CMYK colour space', 'colours', { content: '/DeviceCMYK cs 0 0 0 1 sc 0 0 50 50 re f' }],
    [
      'an ink by name',
      'colours',
      {
        content: '/S cs 1 scn 0 0 50 50 re f',
        resources: '/ColorSpace << /S [/Separation /Gold /DeviceRGB 10 0 R] >>',
        objects: ['<< /FunctionType 2 /Domain [0 1] /N 1 >>'],
      },
    ],
    [
      'a profile of CMYK',
      'colours',
      {
        content: '/I cs 0 0 0 1 sc 0 0 50 50 re f',
        resources: '/ColorSpace << /I [/ICCBased 10 0 R] >>',
        objects: [['/N 4', 'no profile']],
      },
    ],
    [
      'a font that is not embedded',
      'fonts',
      {
        content: 'BT /F 12 Tf 50 50 Td (x) Tj ET',
        resources: '/Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>',
      },
    ],
    [
      'a stamp',
      'annotations',
      { content: '', page: '/Annots [<< /Type /Annot /Subtype /Stamp /Rect [0 0 9 9] >>]' },
    ],
    [
      'a layer',
      'content',
      {
        content: '/OC /L BDC 0 0 50 50 re f EMC',
        resources: '/Properties << /L << /Type /OCG /Name (L) >> >>',
      },
    ],
    [
      'PostScript',
      'content',
      { content: '/X Do', resources: '/XObject << /X 10 0 R >>', objects: [['/Subtype /PS', 'showpage']] },
    ],
    [
      'another page by reference',
      'content',
      {
        content: '/X Do',
        resources: '/XObject << /X 10 0 R >>',
        objects: [form('/Ref << /F (other.pdf) /Page 0 >>')],
      },
    ],
    [
      'a form of a layer',
      'content',
      {
        content: '/X Do',
        resources: '/XObject << /X 10 0 R >>',
        objects: [form('/OC << /Type /OCG /Name (L) >>')],
      },
    ],
    [
      'data in another file',
      'content',
      {
        content: '/X Do',
        resources: '/XObject << /X 10 0 R >>',
        objects: [
          ['/Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray /F (secret)', 'x'],
        ],
      },
    ],
    [
      'LZW',
      'content',
      {
        content: '/X Do',
        resources: '/XObject << /X 10 0 R >>',
        objects: [
          [
            '/Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray /Filter /LZWDecode',
            'x',
          ],
        ],
      },
    ],
    [
      'JPEG 2000',
      'content',
      {
        content: '/X Do',
        resources: '/XObject << /X 10 0 R >>',
        objects: [['/Subtype /Image /Width 1 /Height 1 /Filter /JPXDecode', 'x']],
      },
    ],
    [
      'a picture with a second one for printers',
      'content',
      {
        content: '/X Do',
        resources: '/XObject << /X 10 0 R >>',
        objects: [
          [
            '/Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray /Alternates []',
            'x',
          ],
        ],
      },
    ],
    [
      'a transfer curve',
      'content',
      { content: '/G gs 0 0 9 9 re f', resources: '/ExtGState << /G << /TR /Identity >> >>' },
    ],
    [
      'a halftone',
      'content',
      { content: '/G gs 0 0 9 9 re f', resources: '/ExtGState << /G << /HT /Default >> >>' },
    ],
    [
      'a blend mode of its own',
      'content',
      { content: '/G gs 0 0 9 9 re f', resources: '/ExtGState << /G << /BM /Sparkle >> >>' },
    ],
    ['an unknown operator', 'content', { content: '0 0 9 9 re f 1 2 sparkle' }],
    ['a state restored that was never saved', 'damaged', { content: 'Q 0 0 9 9 re f' }],
    ['too many states saved', 'complex', { content: `${'q '.repeat(30)} 0 0 9 9 re f` }],
    [
      'a group that blends in CMYK',
      'colours',
      {
        content: '/G gs /X Do',
        resources: '/ExtGState << /G << /ca 0.5 >> >> /XObject << /X 10 0 R >>',
        objects: [form('/Group << /S /Transparency /CS /DeviceCMYK >>')],
      },
    ],
    [
      'forms that need each other',
      'complex',
      {
        content: '/X Do',
        resources: '/XObject << /X 10 0 R >>',
        objects: [['/Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 10 0 R >> >>', '/X Do']],
      },
    ],
    [
      'content that unpacks to more than a page can hold',
      'complex',
      {
        content: '/X Do',
        resources: '/XObject << /X 10 0 R >>',
        objects: [
          [
            '/Subtype /Form /BBox [0 0 9 9] /Resources << >> /Filter /FlateDecode',
            packedZeros(64 * 1024 * 1024),
          ],
        ],
      },
    ],
    ['lists in lists without end', 'complex', { content: `${'['.repeat(5000)}${']'.repeat(5000)} TJ` }],
    [
      'one object passed off as two kinds',
      'content',
      {
        content: '/P cs /T scn 0 0 9 9 re f /X Do',
        resources:
          '/ColorSpace << /P [/Pattern] >> /Pattern << /T << /PatternType 2 /Shading << /ShadingType 2 ' +
          '/ColorSpace /DeviceGray /Coords [0 0 1 1] /Function 10 0 R >> >> >> /XObject << /X 10 0 R >>',
        objects: [form('/FunctionType 4 /Domain [0 1] /Range [0 1]', '0 0 0 1 k 0 0 5 5 re f')],
      },
    ],
    ['a unit of its own', 'complex', { content: '0 0 9 9 re f', page: '/UserUnit 2' }],
  ];

  test.each(cases)('%s: %s', async (_, reason, pdf) => {
    expect(await fateOf(handMadePdf(pdf))).toBe(reason);
    // Without what is wrong with it, the page is taken.
    expect(await fateOf(handMadePdf({ content: '0 0 50 50 re f' }))).toBe('taken');
  });

  test('but not for packed content in letters, as some programs write it', async () => {
    const ascii85 = (bytes: Buffer) =>
      Array.from({ length: Math.ceil(bytes.length / 4) }, (_, group) => {
        const part = bytes.subarray(4 * group, 4 * group + 4);
        let value = Buffer.concat([part, Buffer.alloc(3)]).readUInt32BE(0);
        const characters = [];
        for (let i = 0; i < 5; i++, value = Math.floor(value / 85)) characters.unshift((value % 85) + 33);
        return String.fromCharCode(...characters).slice(0, part.length + 1);
      }).join('');
    const pdf = (content: string) =>
      handMadePdf({
        content: '/X Do',
        resources: '/XObject << /X 10 0 R >>',
        objects: [form('/Filter [/ASCII85Decode /FlateDecode]', `${ascii85(deflateSync(content))}~>`)],
      });
    expect(await fateOf(pdf('0 0 10 10 re f'))).toBe('taken');
    // It is read: what is in it counts.
    expect(await fateOf(pdf('0 0 0 1 k 0 0 10 10 re f'))).toBe('colours');
  });

  test('in the manifest, on the page it is about', async () => {
    const file = join(folder, 'cmyk.pdf');
    await writeFile(file, handMadePdf({ content: '0 0 0 1 k 50 50 300 300 re f' }));
    const { manifest, pdf, first } = await packOf([contract, file]);
    const said = manifest.preflight.filter(({ code }) => code === 'pdf-as-picture');
    expect(said.map(({ page, severity }) => [page, severity])).toEqual([[first + 2, 'info']]);
    expect(said[0]!.message.en).toContain('CMYK');
    expect(manifest.preflight.map(({ code }) => code)).toContain('verified');
    expect(pdfImages(pdf).map(({ page }) => page)).toEqual([first + 2]);
  });

  test('an encrypted file', async () => {
    const file = join(folder, 'encrypted.pdf');
    execFileSync('qpdf', ['--encrypt', '', 'owner', '256', '--', contract, file]);
    expect(await fateOf(await readFile(file))).toBe('encrypted');
  });

  test('whatever is broken, only that: every byte of a file in turn', { timeout: 120_000 }, async () => {
    const sound = handMadePdf({
      content: 'q 1 0 0 rg /G gs /X Do Q',
      resources: '/ExtGState << /G << /ca 0.5 >> >> /XObject << /X 10 0 R >>',
      objects: [form('')],
    });
    const fates = new Set<string>();
    for (let at = 0; at < sound.length; at += 3) {
      const broken = Buffer.from(sound);
      broken[at] = broken[at]! ^ 0x15;
      fates.add(await fateOf(broken));
    }
    expect(fates).toContain('taken');
    expect(fates).toContain('damaged');
  });
});

/** What becomes of the first page; anything but a reason is thrown. */
async function fateOf(pdf: Buffer): Promise<string> {
  try {
    new PageCopier(await copyWithPdfium(await pdfEngine(), pdf)).page(0);
    return 'taken';
  } catch (cause) {
    if (cause instanceof Unfit) return cause.reason;
    throw cause;
  }
}
