import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { nothingDone } from '../../../main/images/repairs/plan.ts';
import type { ImageFinding, RepairedCopy, RepairOffer, RepairPlan } from '../../../preload/contract/index.ts';
import { createClient } from '../../../renderer/api/client.ts';
import {
  boxOf,
  cornersOf,
  moveBoxCorner,
  moveCorner,
  wholePicture,
} from '../../../renderer/documents/handles.ts';
import { outcomeOf, RepairSession } from '../../../renderer/documents/repair-session.svelte.ts';
import { AnsweringBridge, dossierView, Refuse, task } from './walk-builders.ts';

const dossierId = randomUUID();
const attachmentId = randomUUID();

function copyOf(plan: RepairPlan, offers: RepairOffer[] = []): RepairedCopy {
  const page = {
    page: 1,
    kind: 'letter' as const,
    verdict: 'pass' as const,
    facts: null,
    findings: [],
    overlays: [],
  };
  const url = '/preview/repair/x/copy';
  return { attachmentId, plan, format: 'jpeg', page, notes: [], offers, previewUrl: url, uncroppedUrl: url };
}

async function opened(offers: RepairOffer[] = [], first: RepairOffer['kind'] | null = null) {
  const taskIds: string[] = [];
  const bridge = new AnsweringBridge({
    'attachments.repairOptions': () => ({ plan: nothingDone, offers, originalUrl: '/preview/o' }),
    'attachments.repair': () => {
      taskIds.push(randomUUID());
      return { taskId: taskIds.at(-1)! };
    },
    'attachments.acceptRepair': () => dossierView({ dossierId }),
    'tasks.cancel': () => null,
  });
  const client = createClient(bridge);
  const session = new RepairSession(client, dossierId, attachmentId);
  client.subscribe((event) => session.hear(event));
  await session.open(first);
  const settle = () => vi.advanceTimersByTimeAsync(300);
  const finish = (change = {}) => {
    const repaired = copyOf(session.plan!);
    bridge.tell({
      type: 'task',
      task: task({ id: taskIds.at(-1)!, kind: 'repair', dossierId, state: 'done', repaired, ...change }),
    });
  };
  return { bridge, session, settle, finish, taskIds };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const deskew: RepairOffer = { kind: 'deskew', plan: { ...nothingDone, skewDegrees: 3.5 } };

describe('a repair', () => {
  test('begins with what the finding asked for, and is accepted as it was shown', async () => {
    const { bridge, session, settle, finish, taskIds } = await opened([deskew], 'deskew');
    await settle();
    expect(bridge.inputsOf('attachments.repair')).toEqual([{ dossierId, attachmentId, plan: deskew.plan }]);
    expect(session.canAccept).toBe(false);
    finish();
    expect(session.canAccept).toBe(true);
    await session.accept();
    expect(bridge.inputsOf('attachments.acceptRepair')).toEqual([{ dossierId, taskId: taskIds[0] }]);
  });

  test('cannot be accepted while nothing is done', async () => {
    const { session } = await opened([deskew]);
    expect(session.isChanged).toBe(false);
    expect(session.canAccept).toBe(false);
    expect(await session.accept()).toBeNull();
  });

  test('makes one copy after a drag, not one for each step of it', async () => {
    const { bridge, session, settle } = await opened();
    session.tool = 'corners';
    for (let step = 1; step <= 20; step++) session.move(0, { x: step / 100, y: 0.05 });
    await settle();
    const [input] = bridge.inputsOf('attachments.repair') as { plan: RepairPlan }[];
    expect(bridge.inputsOf('attachments.repair')).toHaveLength(1);
    expect(input!.plan.corners![0]).toEqual({ x: 0.2, y: 0.05 });
  });

  test('stops the copy that is being made when something newer is wanted', async () => {
    const { bridge, session, settle, finish, taskIds } = await opened();
    session.change({ skewDegrees: 1 });
    await settle();
    session.change({ skewDegrees: 2 });
    await settle();
    expect(bridge.inputsOf('tasks.cancel')).toEqual([{ taskId: taskIds[0] }]);
    finish({ id: taskIds[0], repaired: copyOf({ ...nothingDone, skewDegrees: 1 }) });
    expect(session.copy).toBeNull();
    finish();
    expect(session.copy?.plan.skewDegrees).toBe(2);
  });

  test('goes back to the last copy when it is stopped', async () => {
    const { session, settle, finish } = await opened();
    session.change({ skewDegrees: 1 });
    await settle();
    finish();
    session.turn(1);
    await session.cancel();
    expect(session.plan).toEqual({ ...nothingDone, skewDegrees: 1 });
    expect(session.canAccept).toBe(true);
  });

  test('shows why a copy could not be made, and lets another be tried', async () => {
    const { session, settle, finish } = await opened();
    session.change({ skewDegrees: 1 });
    await settle();
    finish({
      state: 'failed',
      repaired: null,
      failure: { code: 'files.unsupported', params: { fileName: 'a' } },
    });
    expect(session.failure?.code).toBe('files.unsupported');
    expect(session.canAccept).toBe(false);
    session.change({ skewDegrees: 2 });
    expect(session.failure).toBeNull();
  });

  test('says that a file of several pages cannot be repaired', async () => {
    const bridge = new AnsweringBridge({
      'attachments.repairOptions': () => {
        throw new Refuse({ code: 'repairs.several-pages', params: { fileName: 'a.pdf', pages: 2 } });
      },
    });
    const session = new RepairSession(createClient(bridge), dossierId, attachmentId);
    await session.open(null);
    expect(session.failure?.code).toBe('repairs.several-pages');
  });
});

describe('handles', () => {
  test('a crop stays a rectangle inside the picture, whichever corner moves', () => {
    const start = cornersOf({ x: 0.2, y: 0.2, width: 0.5, height: 0.5 });
    expect(boxOf(moveBoxCorner(start, 0, { x: -1, y: 0.4 }))).toEqual({
      x: 0,
      y: 0.4,
      width: 0.7,
      height: expect.closeTo(0.3, 9) as number,
    });
    const folded = boxOf(moveBoxCorner(start, 2, { x: 0, y: 0 }));
    expect([folded.width, folded.height]).toEqual([expect.closeTo(0.03, 9), expect.closeTo(0.03, 9)]);
  });

  test('a corner of the paper never crosses the others', () => {
    const start = cornersOf(wholePicture);
    expect(moveCorner(start, 0, { x: 0.3, y: 0.2 })[0]).toEqual({ x: 0.3, y: 0.2 });
    expect(moveCorner(start, 0, { x: 0.9, y: 0.9 })).toBe(start);
  });
});

test('compares the findings before and after by what they are about', () => {
  const finding = (code: string): ImageFinding => ({
    code,
    severity: 'warning',
    params: {},
    region: null,
    message: { 'zh-CN': code, en: code },
    fix: null,
    repair: null,
    whyNoRepair: null,
  });
  const codes = (findings: ImageFinding[]) => findings.map(({ code }) => code);
  const outcome = outcomeOf([finding('skewed'), finding('blurred')], [finding('blurred'), finding('small')]);
  expect([codes(outcome.gone), codes(outcome.stays), codes(outcome.appears)]).toEqual([
    ['skewed'],
    ['blurred'],
    ['small'],
  ]);
});
