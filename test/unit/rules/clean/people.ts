import type { Facts } from '../../../../preload/contract/index.ts';
import { residentId } from '../evaluators/clean-facts.ts';
import type { Place } from './places.ts';

/** One invented person, as the facts of any role want them. */
export interface Person {
  name: string;
  idType: string;
  idNumber: string;
  origin: string;
  idValidTo: string | null;
  idRegion: string | null;
  birthDate: string;
  gender: string;
  mobile: string;
  emergencyPhone: string;
  emergencyContact: string;
  officePhone: string | null;
  email: string;
  position: string;
}

interface Body {
  name: string;
  born: string;
  isMale: boolean;
  /** Tells the numbers of one person from those of others. */
  no: number;
}

const dashed = (day: string): string => `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}`;

function base({ name, born, isMale, no }: Body, place: Place): Omit<Person, 'idType' | 'idNumber'> {
  return {
    name,
    origin: 'mainland',
    idValidTo: null,
    idRegion: null,
    birthDate: dashed(born),
    gender: isMale ? '男' : '女',
    mobile: `1391234${String(1000 + no * 10)}`,
    emergencyPhone: `1391234${String(1001 + no * 10)}`,
    emergencyContact: '何小满（本单位员工，行政专员）',
    officePhone: `${place.areaCode}-${place.areaCode.length === 3 ? '6' : ''}7654${String(100 + no)}`,
    email: `p${no}@yunfanlan.cn`,
    position: '总经理',
  };
}

export function mainlander(body: Body, place: Place, idRegion = place.county): Person {
  const sequence = String(300 + body.no * 2 + (body.isMale ? 1 : 0));
  return {
    ...base(body, place),
    idType: 'resident-id-card',
    idNumber: residentId(idRegion, body.born, sequence),
    idRegion,
    idValidTo: '2036-05-01',
  };
}

/** Documents of people from elsewhere, all numbers invented. */
const documents: Record<string, { idType: string; idNumber: string }> = {
  foreign: { idType: 'passport', idNumber: 'E40312345' },
  'hong-kong': { idType: 'hk-macao-travel-permit', idNumber: 'H01234567' },
  taiwan: { idType: 'taiwan-travel-permit', idNumber: '01234567' },
};

export function fromElsewhere(origin: string, body: Body, place: Place): Person {
  return { ...base(body, place), ...documents[origin]!, origin, idValidTo: '2030-08-31' };
}

/** A resident of Hong Kong who lives on the mainland: region 810000, the rest of the number as everybody's. */
export function hongKonger(body: Body, place: Place): Person {
  const number = { idType: 'hk-macao-residence-permit', idNumber: residentId('810000', body.born, '031') };
  return { ...base(body, place), ...number, origin: 'hong-kong', idValidTo: '2030-08-31' };
}

/** The person's facts under the prefix of a role. */
export function asRole(prefix: 'legalRepresentative' | 'principal' | 'serviceOwner', person: Person): Facts {
  const isRepresentative = prefix === 'legalRepresentative';
  const known = ['name', 'idType', 'idNumber', 'origin', 'idRegion'];
  return Object.fromEntries(
    Object.entries(person)
      .filter(([key]) => !isRepresentative || known.includes(key))
      .map(([key, value]) => [`${prefix}.${key}`, value]),
  );
}
