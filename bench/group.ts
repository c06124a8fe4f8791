import { randomUUID } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Dossier, Person } from '../preload/contract/index.ts';
import type { Ports } from '../main/ports.ts';
import { memorySecrets } from '../main/secrets/memory-secrets.ts';
import { emptyDossier, emptyFiling, emptyPerson, emptyService } from '../main/dossiers/empty.ts';

const NOW = '2026-11-21T02:00:00.000Z';

/** The application without a window, its workers the built ones. */
export function benchPorts(dataDir: string): Ports {
  return {
    host: 'cli',
    version: '0.0.0',
    systemLanguage: 'en',
    clock: { today: () => '2026-11-21', now: () => new Date().toISOString() },
    log: { error: (message, cause) => console.error(message, cause) },
    secrets: memorySecrets(),
    clipboard: null,
    folders: { suggestedWorkspace: '', canChoose: false, choose: async () => null },
    resourcesDir: resolve('resources'),
    dataDir,
    workers: { file: pathToFileURL(resolve('dist/main/workers/worker.js')).href, execArgv: [] },
  };
}

/** An invented dossier with 20 services, an open filing and the usual length of texts. */
export function largeDossier(index: number, person: Person): Dossier {
  const dossier = emptyDossier(randomUUID(), NOW);
  const assignment = { personId: person.id, position: '总经理' };
  Object.assign(dossier.entity, {
    name: `上海样例第${index}号信息技术有限公司`,
    nature: 'enterprise',
    group: 'enterprise',
    region: '310115',
    mailingAddress: `上海市浦东新区样例路${index}号云杉大厦8层801室`,
    businessScope: '软件开发；信息系统集成服务；计算机软硬件销售；'.repeat(6),
  });
  Object.assign(dossier, { legalRepresentative: assignment, principal: assignment });
  for (let n = 0; n < 20; n++) {
    const service = emptyService(randomUUID(), 'website');
    service.name = `样例网站${index}之${n}`;
    service.domain.name = `yangli-${index}-${n}.cn`;
    service.domain.expiresOn = '2028-05-01';
    service.domain.holderName = dossier.entity.name;
    service.owner = assignment;
    service.licenceNumber = `沪ICP备${String(2_020_000_000 + index)}号-${n + 1}`;
    dossier.services.push(service);
  }
  dossier.filings.push({
    ...emptyFiling(randomUUID(), 'new-service', '2026-11-21'),
    serviceIds: [dossier.services[0]!.id],
    provider: 'huawei-cloud',
  });
  return dossier;
}

/** Writes a workspace of `count` such dossiers straight to disk; answers the dossiers. */
export async function writeGroup(folder: string, count: number): Promise<Dossier[]> {
  const head = {
    schemaVersion: 1,
    id: randomUUID(),
    name: 'bench',
    createdAt: NOW,
    settings: { language: null, theme: 'system', providers: [], plannedSubmissionOn: null },
  };
  await mkdir(join(folder, 'people'), { recursive: true });
  await writeFile(join(folder, 'workspace.json'), JSON.stringify(head));
  const dossiers: Dossier[] = [];
  for (let index = 0; index < count; index++) {
    const mobile = `138001${String(38_000 + index)}`;
    const person = { ...emptyPerson(randomUUID()), name: `样例${index}`, mobile };
    const dossier = largeDossier(index, person);
    await mkdir(join(folder, 'dossiers', dossier.id), { recursive: true });
    await writeFile(
      join(folder, 'people', `${person.id}.json`),
      JSON.stringify({ schemaVersion: 1, person }),
    );
    await writeFile(join(folder, 'dossiers', dossier.id, 'dossier.json'), JSON.stringify(dossier));
    dossiers.push(dossier);
  }
  return dossiers;
}
