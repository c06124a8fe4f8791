import * as v from 'valibot';
import { Day, Id, RegionCode, text } from './common.ts';
import { FieldProblem } from './findings.ts';

/** One natural person, kept once and referred to by role from any number of dossiers. */
export const PersonFields = v.strictObject({
  name: text(128),
  /** `personIdTypes` of the enumerations. */
  idType: text(40),
  idNumber: text(50),
  /** `personOrigins` of the enumerations. */
  origin: text(20),
  idValidFrom: v.nullable(Day),
  idValidTo: v.nullable(Day),
  idLongTerm: v.boolean(),
  /** Derived from a resident ID number when that is valid; typed otherwise. */
  idRegion: v.nullable(RegionCode),
  birthDate: v.nullable(Day),
  gender: text(10),
  mobile: text(40),
  emergencyPhone: text(40),
  emergencyContact: text(200),
  officePhone: text(128),
  email: text(256),
});
export type PersonFields = v.InferOutput<typeof PersonFields>;

export const Person = v.strictObject({ id: Id, ...PersonFields.entries });
export type Person = v.InferOutput<typeof Person>;

export const RoleName = v.picklist(['legal-representative', 'principal', 'service-owner']);
export type RoleName = v.InferOutput<typeof RoleName>;

/** A role a person holds somewhere. `serviceName` only for a service owner. */
export const PersonRole = v.strictObject({
  dossierId: Id,
  entityName: v.nullable(v.string()),
  region: v.nullable(v.string()),
  role: RoleName,
  serviceName: v.nullable(v.string()),
});

export const PersonView = v.strictObject({
  person: Person,
  roles: v.array(PersonRole),
  problems: v.array(FieldProblem),
});
export type PersonView = v.InferOutput<typeof PersonView>;

export const peopleMethods = {
  'people.list': { input: v.strictObject({}), output: v.array(PersonView) },
  'people.create': { input: v.strictObject({ fields: v.partial(PersonFields) }), output: PersonView },
  'people.update': {
    input: v.strictObject({ personId: Id, patch: v.partial(PersonFields) }),
    output: PersonView,
  },
  /** Refused while the person holds a role. */
  'people.remove': { input: v.strictObject({ personId: Id }), output: v.null() },
};
