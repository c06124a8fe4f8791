import type { ImageFinding } from '../../preload/contract/index.ts';
import type { ScanFacts } from './facts.ts';
import { above, finding } from './finding.ts';
import type { Bar } from './flat-colour.ts';
import type { KindLimits } from './limits.ts';
import { percent, percentUp, rounded } from './numbers.ts';
import { sideBox } from './page-area.ts';

const minPaperChannel = 200;

function isPaperLight({ colour }: Bar): boolean {
  return [1, 3, 5].every((at) => parseInt(colour.slice(at, at + 2), 16) >= minPaperChannel);
}

/** Hints that a page was not scanned from paper but taken from a screen. */
export function judgeScreen({ screenGrid, flatColour }: ScanFacts, limits: KindLimits): ImageFinding[] {
  const grid = screenGrid.share === null ? undefined : above(limits.maxGridShare, screenGrid.share);
  if (grid) {
    const params = {
      gridPercent: percentUp(screenGrid.share!),
      maxGridPercent: percent(grid.value),
      periodPx: rounded(screenGrid.periodPx!, 1),
    };
    return [finding('scan.screen-photo', grid.severity, params, screenGrid.region)];
  }
  const [hint] = limits.maxFlatShare;
  if (!hint || flatColour === null) return [];
  const { flatShare, bars, isScreenShaped } = flatColour;
  const flat = above(limits.maxFlatShare, flatShare);
  // Paper drawn by a computer, such as an electronic licence, has light margins of one colour.
  const [bar] = bars.filter((one) =>
    flat ? isScreenShaped || !isPaperLight(one) : isScreenShaped && !isPaperLight(one),
  );
  if (!bar) return [];
  const params = {
    side: bar.side,
    colour: bar.colour,
    flatPercent: flat ? percentUp(flatShare) : percent(flatShare),
    maxFlatPercent: percent((flat ?? hint).value),
  };
  return [finding('scan.screenshot', (flat ?? hint).severity, params, sideBox[bar.side])];
}
