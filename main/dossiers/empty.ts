import type {
  Dossier,
  EntityFields,
  Filing,
  Person,
  Service,
  ServiceFields,
} from '../../preload/contract/index.ts';

export function emptyEntity(): EntityFields {
  return {
    name: null,
    nature: null,
    group: null,
    subtype: null,
    tradeName: null,
    hasSeal: null,
    certificate: {
      type: null,
      number: null,
      address: null,
      region: null,
      validFrom: null,
      validTo: null,
      longTerm: null,
      copy: null,
      marks: null,
    },
    region: null,
    mailingAddress: null,
    investor: null,
    businessScope: null,
    remark: null,
    licenceNumber: null,
    previousName: null,
    previousNumber: null,
    registryStatus: null,
    isShell: null,
    holdsTelecomLicence: null,
  };
}

export function emptyDossier(id: string, createdAt: string): Dossier {
  return {
    schemaVersion: 1,
    id,
    createdAt,
    entity: emptyEntity(),
    legalRepresentative: null,
    principal: null,
    services: [],
    filings: [],
    attachments: [],
    filingPassword: null,
  };
}

export function emptyService(id: string, type: ServiceFields['type']): Service {
  return {
    id,
    type,
    name: null,
    domain: {
      name: null,
      holderName: null,
      holderCertificateType: null,
      holderCertificateNumber: null,
      expiresOn: null,
      registrar: null,
      registrarIsDomestic: null,
      realNameVerifiedOn: null,
      privacyOn: null,
      firstFiledOn: null,
    },
    homeUrl: null,
    contentTypes: [],
    languages: [],
    preApprovals: [],
    remark: null,
    licenceNumber: null,
    numberIssuedOn: null,
    plannedUse: null,
    owner: null,
    app: type === 'website' ? null : { platforms: [], domains: [], sdks: [] },
    accesses: [],
  };
}

export function emptyFiling(id: string, type: string, createdOn: string): Filing {
  return {
    id,
    createdOn,
    type,
    serviceIds: [],
    provider: null,
    state: 'draft',
    stateSince: null,
    plannedSubmissionOn: null,
    submittedOn: null,
    smsDeadline: null,
    changedFields: [],
    cancelReason: null,
    answers: {},
    waivers: {},
    judgedBy: null,
  };
}

export function emptyPerson(id: string): Person {
  return {
    id,
    name: null,
    idType: null,
    idNumber: null,
    origin: null,
    idValidFrom: null,
    idValidTo: null,
    idLongTerm: false,
    idRegion: null,
    birthDate: null,
    gender: null,
    mobile: null,
    emergencyPhone: null,
    emergencyContact: null,
    officePhone: null,
    email: null,
  };
}
