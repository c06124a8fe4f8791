/** How pdfkit hands out its file, which its types do not show; the same for the version that package.json pins. */
interface ByteSource {
  _offset: number;
  _write(data: string | Uint8Array): void;
  push(chunk: Uint8Array | null): boolean;
}

interface PageContent {
  write(data: string | Uint8Array): void;
  finalize(): void;
}

const gathered = 64 * 1024;

/**
 * Makes a document hand out its many short lines in large pieces: a stream takes as long for a line as for a page. The
 * lines of a page, too, become bytes at once.
 */
export function gatherWrites(document: PDFKit.PDFDocument): void {
  const source = document as unknown as ByteSource;
  const push = source.push.bind(source);
  let lines = '';
  const flush = () => {
    if (lines === '') return;
    const bytes = Buffer.from(lines, 'latin1');
    lines = '';
    push(bytes);
  };
  source._write = (data) => {
    if (typeof data === 'string') {
      lines += `${data}\n`;
      source._offset += data.length + 1;
      if (lines.length >= gathered) flush();
    } else {
      flush();
      push(data);
      source._offset += data.length;
    }
  };
  source.push = (chunk) => {
    flush();
    return push(chunk);
  };
  document.on('pageAdded', () =>
    gatherContent((document.page as unknown as { content: PageContent }).content),
  );
}

function gatherContent(content: PageContent): void {
  const write = content.write.bind(content);
  const finalize = content.finalize.bind(content);
  let lines = '';
  const flush = () => {
    if (lines !== '') write(Buffer.from(lines, 'latin1'));
    lines = '';
  };
  content.write = (data) => {
    if (typeof data === 'string') lines += `${data}\n`;
    else {
      flush();
      write(data);
    }
  };
  content.finalize = () => {
    flush();
    finalize();
  };
}
