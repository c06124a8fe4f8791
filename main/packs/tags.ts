import type { Page, PictureMark, TableCell, TextMark } from './page.ts';

type Document = PDFKit.PDFDocument;
type Element = PDFKit.PDFStructureElement;

/**
 * Content tagged for reading aloud: a section per page with its headings, texts, tables, pictures and links in order.
 */
export interface PageTags {
  text(mark: TextMark, draw: () => void): void;
  picture(mark: PictureMark, draw: () => void): void;
  /** The element that the annotation drawn next belongs to. */
  link(): Element;
  /** Lines, frames, footers: not read. */
  artifact(draw: () => void): void;
  end(): void;
}

interface OpenTable {
  element: Element;
  row: number;
  column: number;
  rowElement: Element;
  cellElement: Element;
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
    let table: OpenTable | null = null;
    /** The element of a cell: the one that is open, or a new one, in a new row or table where that is due. */
    const cellOf = (cell: TableCell): Element => {
      if (!table || cell.row < table.row) {
        const element = document.struct('Table');
        section.add(element);
        table = { element, row: -1, column: -1, rowElement: element, cellElement: element };
      }
      if (cell.row > table.row) {
        table.rowElement = document.struct('TR');
        table.element.add(table.rowElement);
        table.row = cell.row;
        table.column = -1;
      }
      while (table.column < cell.column) {
        const isHeader = cell.heads && table.column + 1 === cell.column;
        // pdfkit knows the scope of a header, its types do not.
        const scope: object = isHeader ? { scope: cell.heads } : {};
        table.cellElement = document.struct(isHeader ? 'TH' : 'TD', scope);
        table.rowElement.add(table.cellElement);
        table.column++;
      }
      return table.cellElement;
    };
    return {
      text(mark, draw) {
        if (!mark.cell) table = null;
        const type = !mark.isHeading ? 'P' : mark.isHeading === 'section' ? 'H2' : 'H1';
        const options = mark.lang ? { lang: mark.lang } : {};
        const place = mark.cell ? cellOf(mark.cell) : section;
        place.add(document.struct(type, options, [content(type, draw)]));
      },
      picture(mark, draw) {
        const alt =
          mark.picture.page > 0 ? `${page.title['zh-CN']}（${mark.picture.page + 1}）` : page.title['zh-CN'];
        section.add(document.struct('Figure', { alt }, [content('Figure', draw)]));
      },
      link() {
        endArtifact();
        const element = document.struct('Link');
        (table?.cellElement ?? section).add(element);
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
