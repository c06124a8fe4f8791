import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import sharp from 'sharp';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isAppError } from '../../../main/errors.ts';
import { drawPdf } from '../../../main/packs/draw.ts';
import type { PackInput } from '../../../main/packs/input.ts';
import { planPack } from '../../../main/packs/plan.ts';
import { previewPack, writePack } from '../../../main/packs/write.ts';
import { PackManifest, PackPreview } from '../../../preload/contract/index.ts';
import { tempFolder } from '../../helpers/temp-folder.ts';
import {
  book,
  demand,
  documentOf,
  drawCard,
  drawPage,
  drawPhoto,
  sampleDocuments,
  sampleInput,
  truncate,
} from './pack-samples.ts';
import {
  checkStructure,
  needsPdfTools,
  pageText,
  pdfFonts,
  pdfImages,
  pdfInfo,
  pdfMetadata,
  pdfObjects,
  renderPage,
} from './pdf-tools.ts';

const longestName =
  '中国（上海）自由贸易试验区临港新片区晴川𠮷㛃龘示例国际数字信息科技发展与供应链管理服务（集团）股份有限公司华东第一分公司';

describe('a complete pack', () => {
  needsPdfTools();
  let folder: string;
  let input: PackInput;
  let manifest: PackManifest;
  let pdf: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'beian-pack-'));
    input = sampleInput({
      documents: await sampleDocuments(folder),
      materials: [
        demand('cert-business-licence', { attached: true, owner: 'entity' }),
        demand('form-verification'),
        demand('form-poa-owner'),
      ],
    });
    manifest = await writePack(input, join(folder, 'out'));
    pdf = join(folder, 'out', 'pack.pdf');
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  test('is a sound file of A4 pages with the number of pages the manifest says', () => {
    checkStructure(pdf);
    const info = pdfInfo(pdf);
    expect(Number(info['Pages'])).toBe(manifest.pages);
    const boxes = pdfInfo(pdf, ['-f', '1', '-l', String(manifest.pages)]);
    for (let page = 1; page <= manifest.pages; page++) {
      const size = Object.entries(boxes).find(([key]) => key.replace(/\s+/g, ' ') === `Page ${page} size`);
      expect(size?.[1]).toMatch(/^595\.28? x 841\.89 pts \(A4\)|^595\.276 x 841\.89 pts \(A4\)/);
    }
  });

  test('embeds every font as a subset with its characters named', () => {
    const fonts = pdfFonts(pdf);
    expect(fonts.length).toBeGreaterThanOrEqual(2);
    for (const font of fonts) {
      expect(font).toMatchObject({ type: 'CID TrueType', embedded: true, subset: true, unicode: true });
    }
  });

  test('names itself, its language, its outline and its page numbers', () => {
    expect(pdfInfo(pdf)).toMatchObject({
      Title: 'ICP 备案材料 · 上海晴川示例科技有限公司 · 首次备案',
      Author: '上海晴川示例科技有限公司',
      Creator: 'Beian Desk',
    });
    const objects = JSON.parse(pdfObjects(pdf)) as { qpdf: [unknown, Record<string, { value?: unknown }>] };
    const values = Object.values(objects.qpdf[1]).map((object) => object.value as Record<string, unknown>);
    const catalogue = values.find((value) => value?.['/Type'] === '/Catalog');
    expect(catalogue).toMatchObject({ '/Lang': 'u:zh-CN', '/PageLabels': { '/Nums': [0, { '/S': '/D' }] } });
    const titles = values.map((value) => value?.['/Title']).filter((title) => typeof title === 'string');
    expect(titles).toContain('u:目录');
    expect(titles).toContain('u:营业执照 · 主办单位');
    expect(titles).toContain('u:网站备案信息真实性核验单');
  });

  test('says PDF/A-2b and brings its colour profile', () => {
    const metadata = pdfMetadata(pdf);
    expect(metadata).toContain('<pdfaid:part>2</pdfaid:part>');
    expect(metadata).toContain('<pdfaid:conformance>B</pdfaid:conformance>');
    expect(pdfObjects(pdf)).toContain('/GTS_PDFA1');
  });

  test('keeps to what PDF/A-2b asks of metadata, colour, actions and annotations', async () => {
    const { qpdf } = JSON.parse(pdfObjects(pdf)) as {
      qpdf: [unknown, Record<string, { value?: unknown; stream?: { dict: Record<string, unknown> } }>];
    };
    const dictionary = (name: unknown) => {
      const object = qpdf[1][name === 'trailer' ? 'trailer' : `obj:${String(name)}`]!;
      return (object.stream?.dict ?? object.value) as Record<string, unknown>;
    };
    const trailer = dictionary('trailer');
    expect(trailer['/ID']).toHaveLength(2);
    expect(trailer).not.toHaveProperty('/Encrypt');
    const catalogue = dictionary(trailer['/Root']);

    const intents = catalogue['/OutputIntents'] as unknown[];
    expect(intents).toHaveLength(1);
    const intent = dictionary(intents[0]);
    expect(intent['/S']).toBe('/GTS_PDFA1');
    expect(dictionary(intent['/DestOutputProfile'])).toMatchObject({ '/N': 3 });

    // The packet is plain and says what the information dictionary says.
    expect(dictionary(catalogue['/Metadata'])).not.toHaveProperty('/Filter');
    const metadata = pdfMetadata(pdf);
    const info = pdfInfo(pdf);
    expect(metadata).toContain(`>${info['Title']}<`);
    expect(metadata).toContain(`<rdf:li>${info['Author']}</rdf:li>`);
    expect(metadata).toContain(`<pdf:Producer>${info['Producer']}</pdf:Producer>`);
    expect(metadata).toContain('<xmp:CreateDate>2026-11-21T04:00:00Z</xmp:CreateDate>');

    for (const entry of ['/OpenAction', '/AA', '/AcroForm', '/Perms']) {
      expect(catalogue).not.toHaveProperty(entry);
    }
    for (const name of Object.keys(qpdf[1]).filter((key) => key.startsWith('obj:'))) {
      const own = dictionary(name.slice('obj:'.length));
      if (own?.['/Subtype'] === '/Link') {
        // Printed, and neither hidden nor invisible.
        expect(own['/F']).toBe(4);
        expect(dictionary(own['/A'])['/S']).toBe('/GoTo');
      }
      if (own?.['/Subtype'] === '/Image') {
        expect(own['/Filter']).toBe('/DCTDecode');
        expect(['/DeviceRGB', '/DeviceGray']).toContain(own['/ColorSpace']);
        expect(own).not.toHaveProperty('/Interpolate');
      }
      expect(own?.['/Filter']).not.toBe('/LZWDecode');
    }
    const [version, binary] = (await readFile(pdf)).subarray(0, 16).toString('latin1').split('\n');
    expect(version).toBe('%PDF-1.7');
    expect(binary).toMatch(/^%[\u0080-\u00ff]{4}/);
  });

  test('is tagged: a section per page with a heading, figures with a description, links', () => {
    expect(pdfInfo(pdf)['Tagged']).toBe('yes');
    const objects = JSON.parse(pdfObjects(pdf)) as { qpdf: [unknown, Record<string, { value?: unknown }>] };
    const values = Object.values(objects.qpdf[1]).map((object) => object.value as Record<string, unknown>);
    const elements = (type: string) => values.filter((value) => value?.['/S'] === type && '/P' in value);
    const catalogue = values.find((value) => value?.['/Type'] === '/Catalog')!;
    expect(catalogue).toHaveProperty('/StructTreeRoot');
    expect(elements('/Document')).toHaveLength(1);
    expect(elements('/Sect')).toHaveLength(manifest.pages);
    expect(elements('/H1')).toHaveLength(manifest.pages);
    const pictures = pdfImages(pdf).length;
    expect(elements('/Figure')).toHaveLength(pictures);
    for (const figure of elements('/Figure')) expect(figure['/Alt']).toMatch(/^u:./);
    expect(elements('/Figure').map((figure) => figure['/Alt'])).toContain('u:营业执照');
    const annotations = values.filter((value) => value?.['/Subtype'] === '/Link');
    expect(elements('/Link')).toHaveLength(annotations.length);
    for (const annotation of annotations) {
      expect(annotation).toHaveProperty('/StructParent');
      expect(annotation['/Contents']).toMatch(/^u:./);
    }
    expect(elements('/P').some((element) => element['/Lang'] === 'u:en')).toBe(true);
  });

  test('numbers every page and puts the entity in the footer', () => {
    for (let page = 1; page <= manifest.pages; page++) {
      expect(pageText(pdf, page)).toContain(`${page}/${manifest.pages}`);
      expect(pageText(pdf, page)).toContain('上海晴川示例科技有限公司');
    }
  });

  test('lists in its contents where everything is', () => {
    const contents = pageText(pdf, 2);
    for (const entry of manifest.contents) {
      expect(contents).toContain(entry.title['zh-CN'].replace(/\s+/g, ''));
      expect(pageText(pdf, entry.page)).toContain(entry.title['zh-CN'].replace(/\s+/g, ''));
    }
  });

  test('prefills the verification form and leaves its dates and its middle block empty', () => {
    const page = manifest.contents.find((entry) => entry.material === 'form-verification')!.page;
    const form = pageText(pdf, page);
    expect(form).toContain('网站备案信息真实性核验单');
    expect(form).toContain('上海晴川示例科技有限公司');
    expect(form).toContain('qingchuan-example.cn');
    expect(form).toContain('■单位□个人');
    expect(form).toContain('周知远');
    expect(form).not.toContain('✓');
    expect(form).not.toMatch(/2026|11月/);
    expect(form.match(/日期：年月日/g)).toHaveLength(2);
  });

  test("prints Shanghai's own power of attorney with position, domain and date", () => {
    const page = manifest.contents.find((entry) => entry.material === 'form-poa-owner')!.page;
    const letter = pageText(pdf, page);
    for (const words of [
      '非经营性互联网信息服务备案ICP负责人授权书',
      '林望舒',
      '310101198001010019',
      '周知远',
      '310101199002020025',
      '信息技术部经理',
      'qingchuan-example.cn',
      '授权日期：2026年11月21日',
    ]) {
      expect(letter).toContain(words);
    }
  });

  test('tells who signs and seals which page', () => {
    const sheet = pageText(pdf, 3);
    expect(sheet).toContain('签字盖章指引');
    expect(sheet).toContain('服务负责人：周知远');
    expect(sheet).toContain('法定代表人：林望舒');
    expect(sheet).toContain('留空，不写');
  });

  test('prints an ID at true size, both sides on one page', () => {
    const page = manifest.contents.find((entry) => entry.material === 'id-resident-front')!.page;
    const cards = pdfImages(pdf).filter((image) => image.page === page);
    expect(cards).toHaveLength(2);
    for (const card of cards) {
      // 1012 px on 85.6 mm (fitted into 54 mm of height) are 300 dpi.
      expect((card.width / card.dpi) * 25.4).toBeGreaterThan(84.5);
      expect((card.width / card.dpi) * 25.4).toBeLessThan(86.5);
      expect((card.height / card.dpi) * 25.4).toBeLessThan(54.5);
    }
  });

  test('prints pictures in colour, with at most 300 dpi and never more pixels than there are', async () => {
    const images = pdfImages(pdf);
    for (const image of images) {
      expect(image.colours).toBe(3);
      expect(image.dpi).toBeLessThanOrEqual(301);
    }
    const licence = manifest.contents.find((entry) => entry.material === 'cert-business-licence')!.page;
    expect(images.find((image) => image.page === licence)!.dpi).toBeGreaterThan(298);
    const screenshot = manifest.contents.find((entry) => entry.material === 'domain-real-name-screenshot')!;
    expect(images.find((image) => image.page === screenshot.page)).toMatchObject({
      width: 1240,
      height: 1754,
    });
  });

  test('shows the pages of an attached PDF in their own colours', async () => {
    const entry = manifest.contents.find(({ material }) => material === 'domain-certificate')!;
    expect(entry.pages).toBe(2);
    const { data, info } = await sharp(renderPage(pdf, entry.page, 40))
      .removeAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    let red = 0;
    for (let i = 0; i < data.length; i += 3) {
      if (data[i]! > 160 && data[i + 1]! < 80 && data[i + 2]! < 80) red++;
    }
    // The sample page has a red block of about a quarter of its area.
    expect(red / (info.width * info.height)).toBeGreaterThan(0.1);
  });

  test('keeps everything at least 5 mm away from the edge', async () => {
    for (let page = 1; page <= manifest.pages; page++) {
      const { data, info } = await sharp(renderPage(pdf, page, 50))
        .greyscale()
        .raw()
        .toBuffer({ resolveWithObject: true });
      const edge = Math.floor((5 / 25.4) * 50);
      for (let y = 0; y < info.height; y++) {
        for (let x = 0; x < info.width; x++) {
          const isInside = x >= edge && y >= edge && x < info.width - edge && y < info.height - edge;
          if (!isInside && data[y * info.width + x]! < 250)
            throw new Error(`ink at ${x},${y} of page ${page}`);
        }
      }
    }
  });

  test('lists every written file with its hash, its pages and its rules', async () => {
    expect(v.is(PackManifest, manifest)).toBe(true);
    expect(JSON.parse(await readFile(join(folder, 'out', 'manifest.json'), 'utf8'))).toEqual(manifest);
    const written = [
      'pack.pdf',
      ...(await readdir(join(folder, 'out', 'upload'))).map((name) => `upload/${name}`),
    ];
    expect(manifest.files.map((file) => file.path).sort()).toEqual(written.sort());
    for (const file of manifest.files) {
      const bytes = await readFile(join(folder, 'out', file.path));
      expect(file).toMatchObject({
        bytes: bytes.length,
        sha256: createHash('sha256').update(bytes).digest('hex'),
      });
    }
    const licence = manifest.files.find((file) => file.material === 'cert-business-licence')!;
    expect(licence.path).toBe('upload/01-business-licence.jpg');
    expect(licence.ruleIds).toEqual(['310000-cert-business-licence']);
    expect(licence.pages).toEqual([
      manifest.contents.find((entry) => entry.material === 'cert-business-licence')!.page,
    ]);
    expect(manifest.rules).toContain('310000-form-poa-owner');
  });

  test('was read back and has every filled-in text', () => {
    expect(manifest.preflight.find((item) => item.code === 'verified')).toBeDefined();
    expect(manifest.preflight.filter((item) => item.severity === 'error')).toEqual([]);
  });

  test('has the same bytes when it is made again', async () => {
    const again = await writePack(input, join(folder, 'again'));
    expect(again).toEqual(manifest);
    expect((await readFile(pdf)).equals(await readFile(join(folder, 'again', 'pack.pdf')))).toBe(true);
  });

  test('leaves the attached files as they were', async () => {
    for (const document of input.documents) {
      const bytes = await readFile(document.file);
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(document.sha256);
    }
  });

  test('is previewed as it is written', async () => {
    const preview = await previewPack(input);
    expect(v.is(PackPreview, preview)).toBe(true);
    expect(preview.complete).toBe(true);
    expect(preview.pages).toHaveLength(manifest.pages);
    expect(preview.upload.map(({ name }) => `upload/${name}`)).toEqual(
      manifest.files.map((file) => file.path).filter((path) => path.startsWith('upload/')),
    );
  });
});

describe('writing', () => {
  test('refuses a folder with something in it and touches nothing', async () => {
    const folder = await tempFolder();
    const out = join(folder, 'out');
    await mkdir(out);
    await writeFile(join(out, 'mine.txt'), 'keep');
    const failure = await writePack(sampleInput(), out).catch((cause: unknown) => cause);
    expect(isAppError(failure, 'packs.destination-in-use')).toBe(true);
    expect(await readdir(folder)).toEqual(['out']);
    expect(await readdir(out)).toEqual(['mine.txt']);
  });

  test('refuses an incomplete filing, says how much is missing, and writes nothing', async () => {
    const folder = await tempFolder();
    const input = sampleInput({ materials: [demand('cert-business-licence'), demand('form-poa-owner')] });
    const failure = await writePack(input, join(folder, 'out')).catch((cause: unknown) => cause);
    expect(isAppError(failure, 'packs.incomplete') && failure.failure.params).toEqual({ missing: 1 });
    expect(await readdir(folder)).toEqual([]);
  });

  test('leaves nothing behind when it is cancelled while drawing', async () => {
    const folder = await tempFolder();
    const documents = await sampleDocuments(await tempFolder());
    const abort = new AbortController();
    const failure = await writePack(sampleInput({ documents }), join(folder, 'deep', 'out'), {
      signal: abort.signal,
      onProgress: ({ done }) => done === 4 && abort.abort(),
    }).catch((cause: unknown) => cause);
    expect(isAppError(failure, 'tasks.cancelled')).toBe(true);
    expect(await readdir(join(folder, 'deep'))).toEqual([]);
  });

  test('fails at once when the disk takes no more', async () => {
    const full = new Writable({ write: (_chunk, _encoding, done) => done(new Error('no space')) });
    const { pages, outline } = planPack(sampleInput(), []);
    const { fonts, on, draft } = sampleInput();
    const drawing = { pages, outline, fonts, entityName: '示例', title: '示例', on, draft };
    const nothing = () => Promise.reject(new Error('there are no pictures'));
    await expect(drawPdf(drawing, nothing, full)).rejects.toThrow('no space');
  });

  test('refuses an image of more pixels than memory has room for', async () => {
    const folder = await tempFolder();
    const file = join(folder, 'huge.png');
    await sharp({ create: { width: 9500, height: 9000, channels: 3, background: '#fff' } })
      .png({ compressionLevel: 1 })
      .toFile(file);
    const preview = await previewPack(
      sampleInput({ documents: [await documentOf(file, 'cert-business-licence', 'entity')] }),
    );
    expect(preview.preflight).toContainEqual(
      expect.objectContaining({ code: 'file-too-large', severity: 'error' }),
    );
    expect(preview.complete).toBe(false);
  });

  test('reports its progress up to the end', async () => {
    const seen: { done: number; total: number }[] = [];
    const folder = await tempFolder();
    await writePack(sampleInput(), join(folder, 'out'), { onProgress: (progress) => seen.push(progress) });
    expect(seen.map(({ done }) => done)).toEqual([...seen].map((_, index) => index + 1));
    expect(seen.at(-1)!.done).toBe(seen.at(-1)!.total);
  });
});

describe('a draft', () => {
  needsPdfTools();

  test('says so on every page, over pictures too, and lists what is missing', async () => {
    const folder = await tempFolder();
    const documents = await sampleDocuments(folder);
    const materials = [demand('cert-unified-code', { owner: 'entity' }), demand('form-verification')];
    const input = sampleInput({ documents, materials, draft: true });
    const manifest = await writePack(input, join(folder, 'out'));
    const pdf = join(folder, 'out', 'pack.pdf');
    checkStructure(pdf);
    for (let page = 1; page <= manifest.pages; page++) {
      // Once in the footer, once across the page.
      expect(pageText(pdf, page).match(/草稿DRAFT/g)).toHaveLength(2);
    }
    expect(manifest.draft).toBe(true);
    expect(pageText(pdf, 1)).toContain('缺少主办单位的“统一社会信用代码证书”');
    expect(pageText(pdf, 2)).toContain('统一社会信用代码证书');
    expect(manifest.preflight).toContainEqual(
      expect.objectContaining({ code: 'material-missing', severity: 'error' }),
    );
  });

  test('has a page saying which attached file is broken', async () => {
    const folder = await tempFolder();
    const scan = join(folder, 'licence.jpg');
    await drawPage(1240, 1754).jpeg().toFile(scan);
    await truncate(scan);
    const notPdf = join(folder, 'paper.pdf');
    await writeFile(notPdf, 'this is no PDF');
    const documents = [
      await documentOf(scan, 'cert-business-licence', 'entity'),
      await documentOf(notPdf, 'domain-certificate', 'domain'),
    ];
    const refused = await writePack(sampleInput({ documents }), join(folder, 'a')).catch(
      (cause: unknown) => cause,
    );
    expect(isAppError(refused, 'packs.incomplete')).toBe(true);
    const manifest = await writePack(sampleInput({ documents, draft: true }), join(folder, 'b'));
    expect(manifest.preflight.filter((item) => item.code === 'file-unreadable')).toHaveLength(2);
    const { page } = manifest.contents.find((entry) => entry.material === 'cert-business-licence')!;
    expect(pageText(join(folder, 'b', 'pack.pdf'), page)).toContain('此文件无法读取');
    expect(manifest.files.map(({ path }) => path)).toEqual(['pack.pdf']);
  });
});

describe('difficult data', () => {
  needsPdfTools();

  test('prints the longest names and rare characters whole', async () => {
    const folder = await tempFolder();
    const serviceName = '名称特别长的互联网信息服务'.repeat(30).slice(0, 512);
    const domain = `${'very-long-label-'.repeat(3)}x.example-registry.cn`;
    const input = sampleInput({
      facts: {
        'entity.name': longestName,
        'service.name': serviceName,
        'domain.name': domain,
        'serviceOwner.name': '欧阳𠮷㛃·阿卜杜热合曼',
      },
      materials: [demand('form-verification'), demand('form-poa-owner'), demand('form-no-preapproval')],
    });
    const manifest = await writePack(input, join(folder, 'out'));
    const pdf = join(folder, 'out', 'pack.pdf');
    for (const material of ['form-verification', 'form-poa-owner', 'form-no-preapproval']) {
      const form = pageText(pdf, manifest.contents.find((entry) => entry.material === material)!.page);
      expect(form).toContain(longestName);
      expect(form).toContain(domain);
    }
    expect(pageText(pdf, 1)).toContain(serviceName);
    expect(pageText(pdf, 3)).toContain('欧阳𠮷㛃·阿卜杜热合曼');
    expect(pdfFonts(pdf).map((font) => font.name)).toContainEqual(expect.stringContaining('NotoSansJP'));
    expect(manifest.preflight.find((item) => item.code === 'verified')).toBeDefined();
  });

  test('prints rare and long data whole in every form of the catalogue', async () => {
    const folder = await tempFolder();
    const facts = {
      'entity.name': longestName,
      'entity.mailingAddress': '示例省示例市𠮷祥区龘龘街道㛃园路一百二十三号示例大厦'.repeat(2).slice(0, 60),
      'legalRepresentative.name': '欧阳𠮷㛃',
      'principal.name': '司徒龘𠮷·买买提',
      'serviceOwner.name': '阿卜杜热合曼·㛃',
      'order.cancelReason': '网站停止服务，域名不再使用。'.repeat(7),
    };
    const materials = [...book.materials.values()].filter(({ origin }) => origin === 'printed-by-app');
    const input = sampleInput({ facts, materials: materials.map(({ id }) => demand(id)) });
    const manifest = await writePack(input, join(folder, 'out'));
    const pdf = join(folder, 'out', 'pack.pdf');
    for (const { id } of materials) {
      const entry = manifest.contents.find(({ material }) => material === id)!;
      expect(pageText(pdf, entry.page), id).toContain(longestName);
    }
    const codes = manifest.preflight.map(({ code }) => code);
    expect(codes).toContain('verified');
    expect(codes).not.toContain('field-not-found');
  });

  test('keeps a name with XML characters readable in the metadata', async () => {
    const folder = await tempFolder();
    await writePack(sampleInput({ facts: { 'entity.name': '晴川A&B<示例>有限公司' } }), join(folder, 'out'));
    const pdf = join(folder, 'out', 'pack.pdf');
    checkStructure(pdf);
    expect(pdfInfo(pdf)['Author']).toBe('晴川A＆B＜示例＞有限公司');
    expect(pageText(pdf, 1)).toContain('晴川A&B<示例>有限公司');
  });

  test('names characters that no font has, before anything is written', async () => {
    const folder = await tempFolder();
    const input = sampleInput({ facts: { 'serviceOwner.name': '周\u{2A6A5}\u{2B740}远' } });
    const failure = await writePack(input, join(folder, 'out')).catch((cause: unknown) => cause);
    expect(isAppError(failure, 'packs.missing-glyphs') && failure.failure.params).toEqual({
      characters: ['\u{2A6A5}', '\u{2B740}'],
    });
    expect(await readdir(folder)).toEqual([]);
  });

  test('turns a photo upright by its EXIF orientation, on paper and for upload', async () => {
    const folder = await tempFolder();
    const file = join(folder, 'photo.jpg');
    // Stored lying on its side; orientation 6 asks to turn it a quarter clockwise.
    const upright = await drawPhoto(900, 1200).png().toBuffer();
    await sharp(upright).rotate(-90).jpeg().withMetadata({ orientation: 6 }).toFile(file);
    const input = sampleInput({ documents: [await documentOf(file, 'photo-backdrop', 'service-owner')] });
    const manifest = await writePack(input, join(folder, 'out'));
    const [image] = pdfImages(join(folder, 'out', 'pack.pdf'));
    expect(image).toMatchObject({ width: 900, height: 1200 });
    const upload = manifest.files.find(({ path }) => path.startsWith('upload/'))!;
    const { width, height, exif } = await sharp(join(folder, 'out', upload.path)).metadata();
    expect({ width, height, exif }).toEqual({ width: 900, height: 1200, exif: undefined });
  });

  test('keeps a grey scan grey and says that colour is required', async () => {
    const folder = await tempFolder();
    const file = join(folder, 'licence.jpg');
    await drawPage(1240, 1754).greyscale().jpeg().toFile(file);
    const input = sampleInput({ documents: [await documentOf(file, 'cert-business-licence', 'entity')] });
    const { preflight, contents } = await previewAndContents(input, folder);
    const page = contents.find((entry) => entry.material === 'cert-business-licence')!.page;
    expect(preflight).toContainEqual(expect.objectContaining({ code: 'not-colour', page }));
    expect(preflight).toContainEqual(expect.objectContaining({ code: 'low-resolution', page }));
  });

  test('prints a whole scanned page with an ID on it as a page, not shrunk to a card', async () => {
    const folder = await tempFolder();
    await drawPage(1240, 1754).jpeg().toFile(join(folder, 'scan.jpg'));
    await drawCard('back').jpeg().toFile(join(folder, 'back.jpg'));
    const documents = [
      await documentOf(join(folder, 'scan.jpg'), 'id-resident-front', 'principal'),
      await documentOf(join(folder, 'back.jpg'), 'id-resident-back', 'principal'),
    ];
    const manifest = await writePack(sampleInput({ documents }), join(folder, 'out'));
    const images = pdfImages(join(folder, 'out', 'pack.pdf'));
    expect(new Set(images.map((image) => image.page)).size).toBe(2);
    const [scan] = images;
    expect((scan!.width / scan!.dpi) * 25.4).toBeGreaterThan(160);
    expect(manifest.contents.filter((entry) => entry.material?.startsWith('id-'))).toHaveLength(2);
  });
});

async function previewAndContents(input: PackInput, folder: string) {
  const { contents, preflight } = await writePack(input, join(folder, 'out'));
  return { contents, preflight };
}
