import { parseTree, printParseErrorCode, type Node, type ParseError } from 'jsonc-parser';
import type { Params, RulePackProblemCode } from '../../preload/contract/index.ts';

/** A mistake in the text itself, at an offset of it. */
export interface TextProblem {
  offset: number;
  code: RulePackProblemCode;
  params: Params;
}

/** A JSON text and where everything stands in it. */
export interface JsonText {
  value: unknown;
  root: Node;
  /** The node at a path, or the innermost one around it that is there; `key`: of its name rather than its value. */
  offsetOf(path: readonly (string | number)[], part?: 'key' | 'value'): number;
  placeOf(offset: number): { line: number; column: number };
}

/** Keys that mean something else to JavaScript than to JSON. */
const RESERVED = new Set(['__proto__', 'constructor', 'prototype']);

/** What the parser expected, for the sentence; the rest is `other`. */
const EXPECTED: Record<string, string> = {
  PropertyNameExpected: 'key',
  ValueExpected: 'value',
  ColonExpected: 'colon',
  CommaExpected: 'comma',
  CloseBraceExpected: 'brace',
  CloseBracketExpected: 'bracket',
  EndOfFileExpected: 'end',
  InvalidCommentToken: 'no-comment',
  UnexpectedEndOfComment: 'no-comment',
  UnexpectedEndOfString: 'quote',
  InvalidCharacter: 'escape',
  InvalidUnicode: 'escape',
  InvalidEscapeCharacter: 'escape',
  InvalidNumberFormat: 'number',
  UnexpectedEndOfNumber: 'number',
};

/** Reads JSON as its standard has it: no comments, no commas too many, no key twice. Lists every mistake. */
export function parseJsonText(
  bytes: Uint8Array,
  maxDepth: number,
): { ok: true; json: JsonText } | { ok: false; problems: TextProblem[]; placeOf: JsonText['placeOf'] } {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return { ok: false, problems: [{ offset: 0, code: 'not-utf8', params: {} }], placeOf: placesIn('') };
  }
  const placeOf = placesIn(text);
  const tooDeep = offsetBeyond(text, maxDepth);
  if (tooDeep !== null)
    return { ok: false, problems: [{ offset: tooDeep, code: 'too-deep', params: {} }], placeOf };
  const { root, problems } = parsed(text);
  if (problems.length > 0 || !root) return { ok: false, problems, placeOf };
  return { ok: true, json: { value: JSON.parse(text), root, offsetOf: offsetsIn(root), placeOf } };
}

/** A file full of garbage has a mistake in every other byte: nobody reads them all. */
const MOST_PROBLEMS = 200;

function parsed(text: string): { root: Node | null; problems: TextProblem[] } {
  const problems: TextProblem[] = [];
  const note = (problem: TextProblem) => {
    problems.push(problem);
    if (problems.length === MOST_PROBLEMS) throw new RangeError('too many mistakes');
  };
  const errors: ParseError[] = [];
  errors.push = ({ error, offset }) => {
    note({ offset, code: 'syntax', params: { expected: EXPECTED[printParseErrorCode(error)] ?? 'other' } });
    return problems.length;
  };
  try {
    const root = parseTree(text, errors, { disallowComments: true }) ?? null;
    if (root) noteKeyProblems(root, note);
    return { root, problems };
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    // What a comment hid from the look at the depth has used up the stack.
    if (problems.length < MOST_PROBLEMS) problems.unshift({ offset: 0, code: 'too-deep', params: {} });
    return { root: null, problems };
  }
}

/** Where the text nests deeper than allowed; looked for before parsing, which would run out of stack. */
function offsetBeyond(text: string, maxDepth: number): number | null {
  let depth = 0;
  let isInString = false;
  for (let at = 0; at < text.length; at++) {
    const char = text[at];
    if (isInString) {
      if (char === '\\') at++;
      else if (char === '"' || char === '\n') isInString = false;
    } else if (char === '"') isInString = true;
    else if (char === '{' || char === '[') {
      if (++depth > maxDepth) return at;
    } else if (char === '}' || char === ']') depth--;
  }
  return null;
}

function noteKeyProblems(root: Node, note: (problem: TextProblem) => void): void {
  const visit = (node: Node) => {
    const seen = new Set<string>();
    for (const child of node.children ?? []) {
      const [key, value] = child.type === 'property' ? child.children! : [];
      const name = key?.value as string | undefined;
      if (key && name !== undefined) {
        const params = { key: name };
        if (seen.has(name)) note({ offset: key.offset, code: 'key-twice', params });
        else if (RESERVED.has(name)) note({ offset: key.offset, code: 'unknown-key', params });
        seen.add(name);
      }
      if (child.type !== 'property') visit(child);
      else if (value) visit(value);
    }
  };
  visit(root);
}

function offsetsIn(root: Node): JsonText['offsetOf'] {
  return (path, part = 'value') => {
    let node = root;
    for (const [depth, step] of path.entries()) {
      if (node.type === 'array') {
        const item = node.children?.[Number(step)];
        if (!item) break;
        node = item;
        continue;
      }
      const [key, value] =
        node.children?.find(({ children }) => children?.[0]?.value === String(step))?.children ?? [];
      if (!key || !value) break;
      if (part === 'key' && depth === path.length - 1) return key.offset;
      node = value;
    }
    return node.offset;
  };
}

/** Lines end with CR, LF or both; columns count UTF-16 units, as editors do. */
function placesIn(text: string): JsonText['placeOf'] {
  const starts = [0];
  for (const { index, 0: end } of text.matchAll(/\r\n|\r|\n/g)) starts.push(index + end.length);
  return (offset) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - starts[low]! + 1 };
  };
}
