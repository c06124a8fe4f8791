import type { Area, Page, PictureRef } from './page.ts';
import type { Picture } from './pictures.ts';

/** How many pictures are prepared ahead of the page being drawn. */
const picturesAhead = 2;

/** Makes the pictures of all pages in order, a few ahead, so that decoding and drawing overlap. */
export function prefetch(pages: Page[], make: (ref: PictureRef, area: Area) => Promise<Picture>) {
  const wanted = pages.flatMap((page) => page.marks.filter((mark) => mark.kind === 'picture'));
  const running: Promise<Picture>[] = [];
  let begun = 0;
  const fill = () => {
    while (running.length < picturesAhead && begun < wanted.length) {
      const { picture, area } = wanted[begun++]!;
      const job = make(picture, area);
      // Its failure is thrown when its page is drawn.
      job.catch(() => undefined);
      running.push(job);
    }
  };
  return {
    next(): Promise<Picture> {
      fill();
      const first = running.shift()!;
      fill();
      return first;
    },
    drop() {
      begun = wanted.length;
      running.length = 0;
    },
  };
}
