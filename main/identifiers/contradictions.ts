import type { EntityFields, FieldProblem, PersonFields } from '../../preload/contract/index.ts';
import type { RuleBook } from '../rules/book.ts';
import { creditCodeFacts } from './credit-code.ts';
import { at, problem } from './problem.ts';
import { provinceOfCode } from './provinces.ts';
import { residentIdFacts } from './resident-id.ts';

/** Where nature, group and region contradict a right credit code. */
export function creditCodeContradictions(
  entity: EntityFields,
  { enumerations }: Pick<RuleBook, 'enumerations'>,
): FieldProblem[] {
  const read = entity.certificate.number === null ? null : creditCodeFacts(entity.certificate.number);
  if (!read) return [];
  const problems: FieldProblem[] = [];
  const nature = enumerations.entityNatures.find((x) => x.id === read.nature);
  // A trader without a trade name files as an individual in some regions, a hospital as institution or hospital.
  const mayDiffer = read.group === 'individual-business' || entity.nature === 'medical-institution';
  if (nature && entity.nature !== null && entity.nature !== nature.id && !mayDiffer)
    problems.push(
      ...at('nature', [
        problem(
          'credit-code.nature-differs',
          { natureZh: nature.name['zh-CN'], natureEn: nature.name.en },
          'warning',
          nature.id,
        ),
      ]),
    );
  const group = enumerations.entityGroups.find((x) => x.id === read.group);
  if (group && entity.group !== null && entity.group !== group.id && entity.nature !== 'medical-institution')
    problems.push(
      ...at('group', [
        problem(
          'credit-code.group-differs',
          { groupZh: group.name['zh-CN'], groupEn: group.name.en },
          'warning',
          group.id,
        ),
      ]),
    );
  const province = enumerations.regions.find((x) => x.id === read.province);
  const stated = entity.certificate.region ?? entity.region;
  if (province && stated !== null && provinceOfCode(stated) !== province.id)
    problems.push(
      ...at(entity.certificate.region === null ? 'region' : 'certificate.region', [
        problem(
          'credit-code.province-differs',
          { provinceZh: province.name['zh-CN'], provinceEn: province.name.en },
          'info',
        ),
      ]),
    );
  return problems;
}

const GENDERS = { male: { zh: '男', en: 'male' }, female: { zh: '女', en: 'female' } };
export const genderNaming = (gender: keyof typeof GENDERS) => ({
  expectedZh: GENDERS[gender].zh,
  expectedEn: GENDERS[gender].en,
});

/** Where the typed facts contradict a right resident ID number. */
export function residentIdContradictions(person: PersonFields, on: string): FieldProblem[] {
  const isResident = person.idType === null || person.idType === 'resident-id-card';
  const read = isResident && person.idNumber !== null ? residentIdFacts(person.idNumber, on) : null;
  if (!read) return [];
  const problems: FieldProblem[] = [];
  if (person.birthDate !== null && person.birthDate !== read.birthDate)
    problems.push(
      ...at('birthDate', [
        problem('resident-id.birth-differs', { expected: read.birthDate }, 'error', read.birthDate),
      ]),
    );
  if (person.gender !== null && person.gender !== read.gender)
    problems.push(
      ...at('gender', [
        problem('resident-id.gender-differs', genderNaming(read.gender), 'error', read.gender),
      ]),
    );
  if (person.idRegion !== null && person.idRegion !== read.region)
    problems.push(
      ...at('idRegion', [
        problem('resident-id.region-differs', { expected: read.region }, 'warning', read.region),
      ]),
    );
  return problems;
}
