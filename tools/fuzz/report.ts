import type { CaseResult } from './cases.ts';

export interface MemoryMb {
  /** Of the whole process: pictures, engines, heaps. */
  rss: number;
  heap: number;
}

const progressEvery = 500;
const slowestShown = 12;
/** Threads, engines and buffers of a process are warm after these of its cases. */
const warmUpCases = 300;
/** A shorter life shows no growth. */
const minJudgedCases = 200;
const maxGrowthMb = 150;

/** Collects what the cases of a run came to. */
export function createReport(seed: number, cases: number) {
  const began = performance.now();
  const results: CaseResult[] = [];
  const lives: MemoryMb[][] = [];
  const faults: string[] = [];

  /** A process that runs cases: memory is held against its own. */
  function newLife() {
    const memory: MemoryMb[] = [];
    lives.push(memory);
    return {
      take(result: CaseResult, now: MemoryMb): void {
        results.push(result);
        memory.push(now);
        if (result.fault !== null) faults.push(`${told(result)}: ${result.fault}`);
        if (results.length % progressEvery === 0)
          console.error(
            `${results.length} of ${cases}, ${Math.round(now.rss)} MB, slowest page ${seconds(Math.max(...results.map(({ pageMs }) => pageMs)))}, faults ${faults.length}`,
          );
      },
    };
  }

  function crash(during: number | null): void {
    faults.push(during === null ? 'a process died between two cases' : `crash during case ${during}`);
  }

  function sum(): { lines: string[]; faults: number } {
    const memory = lives.flatMap((life) => memoryOf(life.slice(warmUpCases)));
    for (const { growthMb } of memory)
      if (growthMb > maxGrowthMb) faults.push(`memory grew by ${Math.round(growthMb)} MB`);
    const refusals = countsOf(results.flatMap(({ refusal }) => refusal ?? []));
    const slowest = [...results].sort((a, b) => b.pageMs - a.pageMs).slice(0, slowestShown);
    const cpuMs = results.reduce((total, result) => total + result.cpuMs, 0);
    const lines = [
      `${results.length} of ${cases} cases of seed ${seed} in ${seconds(performance.now() - began)}, ${seconds(cpuMs)} of the processor`,
      `measured ${results.filter(({ refusal }) => refusal === null).length}`,
      ...refusals.map(([code, times]) => `  refused ${times} x ${code}`),
      ...memory.map(({ text }) => text),
      'the slowest (longest time of the processor without progress; by the clock; case)',
      ...slowest.map((one) => `  ${seconds(one.pageMs)}  ${seconds(one.wallMs)}  ${told(one)}`),
      ...faults.map((fault) => `FAULT ${fault}`),
      faults.length === 0
        ? 'no crash, no hang, no growth of memory, a reason for every refusal'
        : `${faults.length} faults`,
    ];
    return { lines, faults: faults.length };
  }

  /** With it `--seed S --case I` makes the same file again. */
  const told = ({ index, story, refusal }: CaseResult) =>
    `case ${index} of seed ${seed} (${story}) ${refusal ?? 'measured'}`;

  return { newLife, crash, sum };
}

function countsOf(codes: string[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const code of codes) counts.set(code, (counts.get(code) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]);
}

/** Medians of its four quarters: single peaks say nothing. */
function memoryOf(life: MemoryMb[]): { text: string; growthMb: number }[] {
  if (life.length < minJudgedCases) return [];
  const quarter = Math.floor(life.length / 4);
  const medians = (field: keyof MemoryMb) =>
    [0, 1, 2, 3].map((k) =>
      median(life.slice(k * quarter, (k + 1) * quarter).map((memory) => memory[field])),
    );
  const rss = medians('rss');
  const growthMb = rss[3]! - rss[0]!;
  const text = `memory by quarters of a process: ${whole(rss)} MB, heap ${whole(medians('heap'))} MB; grown by ${Math.round(growthMb)} MB`;
  return [{ text, growthMb }];
}

function median(numbers: number[]): number {
  return numbers.sort((a, b) => a - b)[numbers.length >> 1]!;
}

const whole = (numbers: number[]) => numbers.map(Math.round).join(', ');
const seconds = (ms: number) => `${(ms / 1000).toFixed(2)} s`;
