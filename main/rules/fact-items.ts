/** Type of one key of an item of an array fact. An `enum` takes the ids of a list, of the materials, and `values`. */
export interface ItemKey {
  type: 'string' | 'boolean' | 'integer' | 'date' | 'stringArray' | 'enum';
  enumeration?: 'serviceTypes' | 'regions';
  isMaterial?: boolean;
  values?: string[];
  isRequired?: boolean;
}

const string: ItemKey = { type: 'string' };
const date: ItemKey = { type: 'date' };
const integer: ItemKey = { type: 'integer' };

/**
 * Items of the array facts. Every key but the required ones may be absent (unknown) or `null` (none); keys that are not
 * listed here are kept as they are.
 */
export const FACT_ITEMS: Record<string, Record<string, ItemKey>> = {
  documents: {
    material: { type: 'enum', isMaterial: true, isRequired: true },
    owner: {
      type: 'enum',
      values: ['entity', 'principal', 'service-owner', 'legal-representative', 'domain', 'service'],
    },
    issuedOn: date,
    validTo: date,
    copies: integer,
    /** Of the file: extension without its dot, and size. */
    format: string,
    bytes: integer,
    /** Words written across the scan, as a person reads them; and whether they hide any of the document. */
    watermark: string,
    watermarkCoversText: { type: 'boolean' },
  },
  'order.services': {
    type: { type: 'enum', enumeration: 'serviceTypes' },
    name: string,
    domain: string,
    domains: { type: 'stringArray' },
  },
  'access.ipRanges': { from: { ...string, isRequired: true }, to: { ...string, isRequired: true } },
  'ledger.openOrders': {
    provider: string,
    filingType: string,
    submittedOn: date,
    /** Day on which it was returned to the applicant, where it was. */
    returnedOn: date,
    state: string,
  },
  'ledger.filedServices': {
    type: { type: 'enum', enumeration: 'serviceTypes' },
    name: string,
    domain: string,
    licenceNumber: string,
    provider: string,
    filedOn: date,
    reachable: { type: 'boolean' },
    footerNumberShown: { type: 'boolean' },
  },
  // Its addresses may follow as `ipRanges`, like those of `access.ipRanges`.
  'ledger.accesses': {
    domain: string,
    provider: string,
    account: string,
    /** `false`: on record with the provider, but in no account of it. */
    claimed: { type: 'boolean' },
  },
  'ledger.people': {
    entity: string,
    role: string,
    name: string,
    idNumber: string,
    mobile: string,
    email: string,
  },
  'ledger.resources': {
    provider: string,
    kind: string,
    location: { type: 'enum', enumeration: 'regions', values: ['hong-kong'] },
    months: integer,
    sitesFiled: integer,
    billing: string,
    expiresOn: date,
    authorizationCode: string,
    codeUsed: { type: 'boolean' },
  },
  'ledger.providerAccounts': { provider: string, account: string, entity: string },
  'service.preApprovals': { type: string, number: string },
  'app.platforms': { platform: string, packageName: string, publicKey: string, fingerprint: string },
  'app.sdks': { name: string, provider: string },
};
