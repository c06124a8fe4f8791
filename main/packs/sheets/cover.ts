import type { Bilingual, PreflightItem } from '../../../preload/contract/index.ts';
import { moreWords, packWords as words } from '../../../preload/messages/packs.ts';
import { factText, isIndividual, personFacts, servicesOf, type PackInput } from '../input.ts';
import { colours, contentArea, inCell, line, rect, text, type Mark, type Page } from '../page.ts';
import { bilingual } from './parts.ts';

const labelWidth = 42;
const rowHeight = 11.5;
const pointHeight = 9;
/** Lower edge of the panel of open points; those it has no room for are counted. */
const panelBottom = 277;

/** Who files what, where, with whom, and whether anything is still open. */
export function coverPage(input: PackInput, preflight: PreflightItem[]): Page {
  const { x, width } = contentArea;
  const facts = input.factsFile.facts;
  const name = factText(facts, 'entity.name');
  const marks: Mark[] = [
    rect({ x, y: 30, width: 14, height: 1.6 }, { fill: colours.accent }),
    ...bilingual({ x, y: 35, width, height: 13 }, words.pack, 15, {
      colour: colours.accent,
      weight: 'bold',
      isHeading: true,
    }),
    text({ x, y: 51, width, height: 27 }, name || '—', 25, {
      weight: 'bold',
      valign: 'middle',
      leading: 1.2,
      ...(name ? { field: 'entity.name' } : {}),
    }),
  ];
  let y = 84;
  marks.push(line(x, y, x + width, y, { widthPt: 0.8, colour: colours.ink }));
  for (const [index, row] of rows(input).entries()) {
    const label = { x, y: y + 1, width: labelWidth, height: rowHeight - 2 };
    marks.push(
      ...inCell(
        { row: index, column: 0, heads: 'Row' },
        bilingual(label, row.label, 9.5, { colour: colours.soft }),
      ),
      text({ x: x + labelWidth, y: y + 1, width: width - labelWidth, height: rowHeight - 2 }, row.value, 11, {
        valign: 'middle',
        leading: 1.2,
        cell: { row: index, column: 1 },
        ...(row.field ? { field: row.field } : {}),
      }),
    );
    y += rowHeight;
    marks.push(line(x, y, x + width, y, { widthPt: 0.35, colour: colours.hairline }));
  }
  marks.push(...completeness(preflight, y + 7));
  return { kind: 'cover', title: words.cover, material: null, ruleIds: [], marks, zones: [] };
}

interface Row {
  label: Bilingual;
  value: string;
  field?: string;
}

function rows(input: PackInput): Row[] {
  const { facts, filing, region, service } = input.factsFile;
  const { catalogue } = input;
  const both = (names: Bilingual | undefined, id: string) =>
    names ? `${names['zh-CN']}\u3000${names.en}` : id;
  const services = servicesOf(facts);
  const people = isIndividual(input)
    ? [personFacts(facts, 'serviceOwner').name]
    : [personFacts(facts, 'principal').name, personFacts(facts, 'serviceOwner').name];
  const labels = isIndividual(input) ? [words.serviceOwner] : [words.principal, words.serviceOwner];
  return [
    {
      label: words.certificate,
      value: factText(facts, 'entity.certificate.number') || '—',
      field: 'certificate',
    },
    { label: words.filing, value: both(catalogue.filingTypes[filing ?? ''], filing ?? '—') },
    { label: words.authority, value: both(catalogue.regions[region]?.authority, region) },
    {
      label: words.provider,
      value: input.provider
        ? both(input.provider.name, '')
        : input.factsFile.provider || both(words.notChosen, ''),
    },
    {
      label: words.service,
      value: `${catalogue.serviceTypes[service]?.['zh-CN'] ?? service}\u3000${services.map((s) => s.name).join('、') || '—'}`,
      field: 'service.name',
    },
    { label: words.domain, value: services.flatMap((s) => s.domains).join('、') || '—', field: 'domain' },
    ...labels.map((label, index) => ({ label, value: people[index] || '—' })),
    { label: words.date, value: input.on },
  ];
}

function completeness(preflight: PreflightItem[], top: number): Mark[] {
  const { x, width } = contentArea;
  const errors = preflight.filter((item) => item.severity === 'error');
  const toSign = preflight.filter((item) => item.code === 'to-sign');
  // What was set aside is no fault, but whoever signs has to know of it.
  const points = [...errors, ...toSign, ...preflight.filter((item) => item.code === 'waived')];
  const state = errors.length > 0 ? words.open : toSign.length > 0 ? words.toSign : words.complete;
  const colour = errors.length > 0 ? colours.seal : toSign.length > 0 ? '#8a6100' : '#1d6b3a';
  const room = Math.floor((panelBottom - top - 15 - 6) / pointHeight);
  const shown = points.slice(0, room);
  const height = 15 + shown.length * pointHeight + (points.length > shown.length ? 6 : 0);
  const marks: Mark[] = [
    rect({ x, y: top, width, height }, { fill: colours.tint }),
    rect({ x, y: top, width: 1.2, height }, { fill: colour }),
    ...bilingual({ x: x + 5, y: top + 2, width: 36, height: 10.5 }, words.completeness, 9.5, {
      colour: colours.soft,
    }),
    text(
      { x: x + labelWidth, y: top + 2, width: width - labelWidth - 4, height: 10.5 },
      `${state['zh-CN']}\u3000${state.en}`,
      12,
      {
        weight: 'bold',
        colour,
        valign: 'middle',
      },
    ),
  ];
  shown.forEach((item, index) => {
    const y = top + 13.5 + index * pointHeight;
    const mark = item.severity === 'error' ? '×' : '·';
    marks.push(
      text({ x: x + 5, y, width: 4, height: pointHeight - 1 }, mark, 9, { colour, weight: 'bold' }),
      ...bilingual({ x: x + 9, y: y - 1.4, width: width - 13, height: pointHeight }, item.message, 9),
    );
  });
  if (points.length > shown.length) {
    const more = moreWords(points.length - shown.length);
    marks.push(
      text(
        { x: x + 9, y: top + height - 6, width: width - 13, height: 4.5 },
        `${more['zh-CN']}\u3000${more.en}`,
        8.5,
        {
          colour: colours.soft,
        },
      ),
    );
  }
  return marks;
}
