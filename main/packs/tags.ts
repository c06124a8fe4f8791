import type { Page, PictureMark, TextMark } from './page.ts';

type Document = PDFKit.PDFDocument;
type Element = PDFKit.PDFStructureElement;

/** Content tagged for reading aloud: a section per page with its heading, texts, pictures and links in order. */
export interface PageTags {
  text(mark: TextMark, draw: () => void): void;
  picture(mark: PictureMark, draw: () => void): void;
  /** The element that the annotation drawn next belongs to. */
  link(): Element;
  /** Lines, frames, footers: not read. */
  artifact(draw: () => void): void;
  end(): void;
}

/** Opens the structure of a document; one call of the result per page, each ended before the next page. */
export function tagsOf(document: Document): (page: Page) => PageTags {
  const root = document.struct('Document');
  document.addStructure(root);
  return (page) => {
    const section = document.struct('Sect', { title: page.title['zh-CN'] });
    root.add(section);
    let isArtifact = false;
    const endArtifact = () => {
      if (isArtifact) document.endMarkedContent();
      isArtifact = false;
    };
    const content = (type: string, draw: () => void) => {
      endArtifact();
      const marked = document.markStructureContent(type);
      draw();
      document.endMarkedContent();
      return marked;
    };
    return {
      text(mark, draw) {
        const type = mark.isHeading ? 'H1' : 'P';
        const options = mark.lang ? { lang: mark.lang } : {};
        section.add(document.struct(type, options, [content(type, draw)]));
      },
      picture(mark, draw) {
        const alt =
          mark.picture.page > 0 ? `${page.title['zh-CN']}（${mark.picture.page + 1}）` : page.title['zh-CN'];
        section.add(document.struct('Figure', { alt }, [content('Figure', draw)]));
      },
      link() {
        endArtifact();
        const element = document.struct('Link');
        section.add(element);
        return element;
      },
      artifact(draw) {
        if (!isArtifact) document.markContent('Artifact');
        isArtifact = true;
        draw();
      },
      end() {
        endArtifact();
        section.end();
      },
    };
  };
}
