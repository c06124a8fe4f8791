import { expect, test } from 'vitest';
import { isSourceUrl } from '../../../main/rules/source-urls.ts';
import { book } from './the-book.ts';

const urls = [book.national, ...book.regions.values()].flatMap(({ rules }) =>
  rules.flatMap(({ sources }) => sources.flatMap(({ url }) => url ?? [])),
);

test('the address of a source may be opened as a browser writes it, over https alone', () => {
  const secure = urls.filter((url) => url.startsWith('https:'));
  expect(secure.length).toBeGreaterThan(100);
  for (const url of secure) expect(isSourceUrl(book, new URL(url).href), url).toBe(true);
  const plain = urls.filter((url) => url.startsWith('http:'));
  expect(plain.length).toBeGreaterThan(0);
  for (const url of plain) expect(isSourceUrl(book, new URL(url).href), url).toBe(false);
});

test('nothing else may', () => {
  const known = new URL(urls.find((url) => url.startsWith('https:'))!).href;
  for (const url of [
    `${known}?more`,
    new URL('/', known).href,
    'file:///etc/passwd',
    'javascript:alert(1)',
    '',
  ])
    expect(isSourceUrl(book, url), url).toBe(false);
});
