import { app as electron } from 'electron';

/** Files of another copy of this product, e.g. `colleague.beian`. */
const interchangeFile = /\.beian$/i;

/**
 * Interchange files that the person opened with us: macOS tells by an event, which may come before anything is ready;
 * elsewhere they are arguments of this start or of a second one.
 *
 * @returns where to hand them to; those that came earlier are handed over at once
 */
export function collectGivenFiles(): (open: (path: string) => void) => void {
  const waiting: string[] = [];
  let take: (path: string) => void = (path) => waiting.push(path);
  const takeAll = (args: string[]) =>
    args.filter((arg) => interchangeFile.test(arg)).forEach((path) => take(path));

  takeAll(process.argv.slice(1));
  electron.on('second-instance', (_event, args) => takeAll(args));
  electron.on('open-file', (event, path) => {
    event.preventDefault();
    takeAll([path]);
  });
  return (open) => {
    take = open;
    waiting.splice(0).forEach((path) => open(path));
  };
}
