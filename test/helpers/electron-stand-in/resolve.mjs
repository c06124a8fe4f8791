const standIn = new URL('./electron.ts', import.meta.url).href;

export function resolve(specifier, context, next) {
  return next(specifier === 'electron' ? standIn : specifier, context);
}
