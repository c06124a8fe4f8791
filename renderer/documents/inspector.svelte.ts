import type { Box, ImageFinding, PageInspection } from '../../preload/contract/index.ts';

export type Zoom = 'fit' | number;

/** Boxes around what was found, lines it was measured by, and a grid to check by eye. */
export const markNames = ['boxes', 'horizon', 'grid'] as const;
export type Mark = (typeof markNames)[number];

const zoomSteps = [0.1, 0.25, 0.5, 0.75, 1, 1.5, 2, 3, 4];

/** What the inspector of one file shows: page, zoom, the finding in focus. */
export class Inspector {
  pages = $state.raw<PageInspection[]>([]);
  pageIndex = $state(0);
  zoom = $state<Zoom>('fit');
  /** What lies over the picture; each can be switched off. */
  marks = $state<Record<Mark, boolean>>({ boxes: true, horizon: true, grid: false });
  findingIndex = $state<number | null>(null);

  readonly page = $derived(this.pages[this.pageIndex] ?? null);
  /** Worst first, as they are listed and stepped through. */
  readonly findings = $derived(sortBySeverity(this.page?.findings ?? []));
  readonly finding = $derived(this.findingIndex === null ? null : (this.findings[this.findingIndex] ?? null));
  readonly overlays = $derived(
    (this.page?.overlays ?? []).filter(
      (overlay) => this.marks[overlay.kind === 'line' ? 'horizon' : 'boxes'],
    ),
  );
  /** The part of the picture to bring into view; `null`: leave it. */
  readonly target: Box | null = $derived(this.finding?.region ?? null);

  /** Shows the pages of a file, keeping the place when the same file was only judged anew. */
  show(pages: PageInspection[], anew: boolean): void {
    this.pages = pages;
    if (!anew) return;
    this.pageIndex = 0;
    this.zoom = 'fit';
    this.findingIndex = null;
  }

  turn(by: 1 | -1): void {
    const to = Math.min(Math.max(this.pageIndex + by, 0), Math.max(this.pages.length - 1, 0));
    if (to === this.pageIndex) return;
    this.pageIndex = to;
    this.findingIndex = null;
    this.zoom = 'fit';
  }

  /** Next or previous finding, going round. */
  step(by: 1 | -1): void {
    const count = this.findings.length;
    if (count === 0) return;
    this.select(
      this.findingIndex === null ? (by === 1 ? 0 : count - 1) : (this.findingIndex + by + count) % count,
    );
  }

  select(index: number): void {
    this.findingIndex = index;
  }

  /** @param fitScale the scale that `fit` amounts to in the present window */
  zoomBy(by: 1 | -1, fitScale: number): void {
    const now = this.zoom === 'fit' ? fitScale : this.zoom;
    const next =
      by === 1
        ? zoomSteps.find((step) => step > now * 1.001)
        : zoomSteps.findLast((step) => step < now * 0.999);
    if (next !== undefined) this.zoom = next;
  }
}

const severityRank = { error: 0, warning: 1, info: 2 };

/** Worst first. */
export function sortBySeverity(findings: readonly ImageFinding[]): ImageFinding[] {
  return [...findings].sort((a, b) => severityRank[a.severity] - severityRank[b.severity]);
}

/** Scale and scroll offset, in CSS pixels, that bring a region of the picture to the middle of the view. */
export function focusOn(
  region: Box,
  picture: { width: number; height: number },
  viewport: { width: number; height: number },
  fitScale: number,
): { scale: number; left: number; top: number } {
  const width = Math.max(region.width * picture.width, 1);
  const height = Math.max(region.height * picture.height, 1);
  // Some surroundings stay in sight; never smaller than the whole picture, never coarser than 2 CSS px a pixel.
  const wanted = Math.min(viewport.width / width, viewport.height / height) * 0.6;
  const scale = Math.min(Math.max(wanted, fitScale), Math.max(2, fitScale));
  return {
    scale,
    left: (region.x + region.width / 2) * picture.width * scale - viewport.width / 2,
    top: (region.y + region.height / 2) * picture.height * scale - viewport.height / 2,
  };
}
