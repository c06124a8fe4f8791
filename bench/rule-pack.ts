import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { createContext } from '../main/app.ts';
import { openSession } from '../main/context.ts';
import { listFilings } from '../main/filings/list.ts';
import { packOf, packText } from '../main/rule-packs/export.ts';
import { previewRulePack } from '../main/rule-packs/service.ts';
import { closeWorkspace, openWorkspace } from '../main/workspaces/service.ts';
import { benchPorts, writeGroup } from './group.ts';
import { timeMs, type Row } from './rows.ts';

const filings = 300;

/** A file of every rule, one of which it changes, looked at before it is taken in: every open filing is judged anew. */
export async function run(): Promise<Row[]> {
  const folder = await mkdtemp(join(tmpdir(), 'beian-bench-'));
  const context = await createContext(benchPorts(join(folder, 'data')));
  try {
    await writeGroup(join(folder, 'group'), filings);
    await openWorkspace(context, { folder: join(folder, 'group'), readOnly: false });
    await listFilings(context);
    const pack = packOf(context.book, 'all', { name: 'bench', author: null, issuedOn: '2026-11-21' });
    const [first, ...rest] = pack.replace;
    const changed = { ...first!, requirement: { 'zh-CN': '改写的要求', en: 'A changed requirement' } };
    const text = Buffer.from(packText({ ...pack, replace: [changed, ...rest] }));
    const received = await openSession(context).inbox.receive('all.json', streamOf(text));
    const target = { kind: 'file' as const, handle: received.handle };
    const delay = monitorEventLoopDelay({ resolution: 1 });
    delay.enable();
    let judged = 0;
    const ms = await timeMs(async () => {
      const preview = await previewRulePack(context, { target });
      if (preview.ok) ({ judged } = preview);
    });
    delay.disable();
    if (judged !== filings) throw new Error(`${judged} filings judged`);
    return [
      {
        name: `preview a pack of all rules (${Math.round(text.byteLength / 1024)} KB) on ${filings} open filings`,
        value: ms,
        unit: 'ms',
        goal: null,
        ok: null,
      },
      {
        name: 'event-loop delay of main meanwhile, p99',
        value: delay.percentile(99) / 1e6,
        unit: 'ms',
        goal: null,
        ok: null,
      },
      { name: 'longest delay', value: delay.max / 1e6, unit: 'ms', goal: null, ok: null },
    ];
  } finally {
    await closeWorkspace(context);
    await context.pool.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function* streamOf(bytes: Buffer): AsyncIterable<Uint8Array> {
  yield bytes;
}
