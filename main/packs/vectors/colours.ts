import { PdfFile } from './pdf-file.ts';
import { Unfit } from './unfit.ts';
import { isArray, nameOf, PdfName, PdfStream, type PdfValue } from './values.ts';

/** Where a colour profile says what it is for and which colours it describes. https://www.color.org/icc32.pdf, 6.1. */
const profileClasses = new Set(['scnr', 'mntr', 'prtr', 'spac']);
const profileSpaces: Record<number, string[]> = { 1: ['GRAY'], 3: ['RGB ', 'Lab '] };

/**
 * Refuses colour spaces that the output intent sRGB does not give a meaning: CMYK and inks by name.
 *
 * @throws Unfit
 */
export function demandColours(file: PdfFile, value: PdfValue | undefined, depth = 0): void {
  const space = file.resolve(value);
  if (depth > 4) throw new Unfit('complex');
  if (space instanceof PdfName) {
    if (!['DeviceGray', 'DeviceRGB', 'Pattern'].includes(space.name)) throw new Unfit('colours');
    return;
  }
  if (!isArray(space)) throw new Unfit('damaged');
  switch (nameOf(file.resolve(space[0]))) {
    case 'DeviceGray':
    case 'DeviceRGB':
    case 'CalGray':
    case 'CalRGB':
    case 'Lab':
      return;
    case 'ICCBased':
      return demandProfile(file, file.stream(space[1]));
    case 'Indexed':
      return demandColours(file, space[1], depth + 1);
    case 'Pattern':
      if (space[1] !== undefined) demandColours(file, space[1], depth + 1);
      return;
    default:
      throw new Unfit('colours');
  }
}

function demandProfile(file: PdfFile, stream: PdfStream): void {
  const components = file.resolve(stream.dict.get('N'));
  const spaces = typeof components === 'number' ? profileSpaces[components] : undefined;
  if (!spaces) throw new Unfit('colours');
  const profile = file.unpack(stream);
  const word = (at: number) => profile.toString('latin1', at, at + 4);
  const isProfile = profile.length >= 128 && word(36) === 'acsp' && profile[8]! >= 2 && profile[8]! <= 4;
  if (!isProfile || !profileClasses.has(word(12)) || !spaces.includes(word(16))) throw new Unfit('colours');
}
