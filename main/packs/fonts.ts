import { createRequire } from 'node:module';

/** Absolute paths of TrueType files. The fallback has characters that the main face lacks, e.g. 𠮷. */
export interface FontFiles {
  regular: string;
  bold: string;
  fallbackRegular: string;
  fallbackBold: string;
}

/** The fonts that come with the application; nothing is taken from the system. */
export function findFonts(): FontFiles {
  const { resolve } = createRequire(import.meta.url);
  const sc = (file: string) => resolve(`@expo-google-fonts/noto-sans-sc/${file}`);
  const jp = (file: string) => resolve(`@expo-google-fonts/noto-sans-jp/${file}`);
  return {
    regular: sc('400Regular/NotoSansSC_400Regular.ttf'),
    bold: sc('700Bold/NotoSansSC_700Bold.ttf'),
    fallbackRegular: jp('400Regular/NotoSansJP_400Regular.ttf'),
    fallbackBold: jp('700Bold/NotoSansJP_700Bold.ttf'),
  };
}
