export type Role = 'principal' | 'service-owner' | 'legal-representative';
export type Origin = 'mainland' | 'hong-kong' | 'macao' | 'taiwan' | 'foreign';

/**
 * Parameters of every check of the closed vocabulary (`resources/data/checks.json`), with the defaults filled in.
 * A test compares the names with the data.
 */
export interface CheckParams {
  principalMustBeLegalRepresentative: {
    delegation:
      'forbidden' | 'with-letter' | 'without-letter' | 'only-if-foreign' | 'only-if-not-mainland-resident';
    when: 'always' | 'finance-entity';
    delegateTitles?: string[];
    remarkTemplate?: string;
    materials?: string[];
  };
  serviceOwnerMustEqualPrincipal: {
    when: 'always' | 'principal-is-not-legal-representative' | 'legal-representative-is-foreign';
  };
  serviceOwnerMustDifferFromPrincipal: object;
  foreignLegalRepresentativePolicy: {
    policy:
      | 'passport-accepted'
      | 'may-authorize'
      | 'must-authorize-chinese-citizen'
      | 'must-authorize-mainland-resident';
    origins: Origin[];
    delegateMustBeServiceOwner: boolean;
    remarkRequired: boolean;
    materials?: string[];
  };
  personIdTypeAllowed: {
    roles: Role[];
    origins?: Origin[];
    allowed?: string[];
    forbidden?: string[];
  };
  minAge: {
    roles: Role[];
    value?: number;
    proofBelow?: number;
    materials?: string[];
  };
  maxAge: {
    roles: Role[];
    value?: number;
    male?: number;
    female?: number;
  };
  idRegionPolicy: {
    roles: Role[];
    policy: 'local-only' | 'any-region' | 'residence-proof-required' | 'local-phone-required';
    when: 'always' | 'individual-business-or-trading-company';
    accepted?: string[];
    rejected?: string[];
    additional?: string[];
    additionalForCity?: string;
    permitMinRemainingMonths?: number;
    foreignersAccepted?: boolean;
  };
  personUniqueToEntity: {
    roles: Role[];
    fields: ('id-number' | 'mobile' | 'email')[];
    exceptions?: ('own-individual-filing' | 'same-legal-representative')[];
    remarkIfException: boolean;
  };
  personNameConsistency: {
    rule: 'passport-shows-both-names' | 'passport-name-plus-remark';
    materials?: string[];
  };
  authorizationLetterRequired: {
    role: 'principal' | 'service-owner';
    when: 'not-legal-representative' | 'not-principal' | 'never';
    maxAge: number;
    template?: string;
    materials?: string[];
  };
  faceVerificationRequired: {
    roles: Role[];
    materials?: string[];
  };
  samePersonSameContacts: {
    fields: ('id-number' | 'mobile' | 'email' | 'emergency-phone')[];
  };
  contactsMustDifferBetweenPersons: {
    fields: ('mobile' | 'email' | 'emergency-phone')[];
    emergencyMayBeShared?: boolean;
  };
  sharedContactsForbidden: {
    fields: ('mobile' | 'email')[];
    sameLegalRepresentativeMustMatch: boolean;
  };
  distinctPhoneCount: {
    samePerson?: number;
    differentPersons?: number;
  };
  phonesMustNotCross: object;
  emergencyPhoneMustDiffer: {
    from: ('own-mobile' | 'principal-mobile' | 'service-owner-mobile')[];
    rolesMustDiffer: boolean;
    user: 'anyone' | 'employee' | 'third-employee' | 'close-relative';
    remarkTemplate?: string;
    remarkFields?: ('name' | 'position' | 'relation')[];
  };
  phoneMustBeLocal: {
    roles: Role[];
    kinds: ('mobile' | 'landline')[];
    expectation: 'required' | 'preferred' | 'not-required';
    acceptedRegions?: string[];
    onlyIfIdOutsideRegion: boolean;
  };
  phoneMustBeReachable: {
    notAgency: boolean;
  };
  contactFormat: {
    mobilePattern?: string;
    emailMaxLength?: number;
  };
  certificateTypeAllowed: {
    allowed?: string[];
    forbidden?: string[];
    entityNature?: string;
    pages?: string[];
  };
  latestCertificateRequired: object;
  licenceCopyRequirement: {
    copy: 'duplicate' | 'either';
    mark?: string;
    sealText?: string;
    serialMark?: string;
    fallbackMaterials?: string[];
  };
  certificateRegionMustMatch: {
    subtype: 'any' | 'foreign-invested';
    branch?: 'own-licence-own-head';
  };
  documentMinRemaining: {
    documents: ('entity-certificate' | 'person-id' | 'residence-permit' | 'approval')[];
    value: number;
    unit: 'day' | 'month' | 'year';
    comparison: 'at-least' | 'more-than';
    fallbackMaterials?: string[];
  };
  documentMaxAge: {
    materials: string[];
    value: number;
    unit: 'day' | 'working-day' | 'month';
    countedTo: 'submission' | 'ca-review';
    notAfterSubmission: boolean;
  };
  scanQuality: {
    materials?: string[];
    colour: boolean;
    original: boolean;
    stampedCopyAccepted: boolean;
    fingerprintOnCopy: boolean;
    electronicAccepted: boolean;
    borderRequired: boolean;
    visibleParts?: string[];
    watermark?: 'filing-use-only' | 'short';
  };
  individualBusinessFiling: {
    withTradeName: 'enterprise';
    withoutTradeName: 'enterprise' | 'individual' | 'not-accepted';
    sealRequired: boolean;
    nameWithoutTradeName?:
      'legal-representative-name' | 'legal-representative-name-with-suffix' | 'shop-name';
    nameSuffix?: string;
    fingerprintIfNoSeal: boolean;
    remark?: string;
    onlyOperatorMayFile: boolean;
    ifNotInRegistry?: 'individual';
    materials?: string[];
  };
  entityMustNotBeAbnormal: object;
  entityNameExact: {
    punctuation: boolean;
    sealMustMatch: boolean;
  };
  investorField: {
    enterprise?: 'legal-representative-name' | 'entity-full-name' | 'legal-representative-or-entity';
    others?: 'superior-unit-full-name' | 'own-or-superior-unit-full-name';
    individual?: 'own-name';
  };
  entityChangeAllowed: {
    value:
      | 'rename-only'
      | 'any'
      | 'any-except-to-individual'
      | 'same-legal-representative'
      | 'own-company-only'
      | 'to-owner-individual'
      | 'none';
    codeChangeRequiresRefiling: boolean;
    mustBeConsistent: boolean;
    domainMustMatchAfterChange: boolean;
    materials?: string[];
  };
  shellEntityCanAddService: {
    allowed: 'yes' | 'no' | 'with-site-proposal';
    materials?: string[];
  };
  singleFilingNumberPerEntity: object;
  creditCodeValid: object;
  idNumberValid: {
    taiwanPermit: 'plain' | 'with-letters';
  };
  addressDetail: {
    level: 'village' | 'door' | 'room';
    symbolsAllowed: boolean;
    remarkIfNone?: string;
    postBoxAllowed: boolean;
  };
  addressForbiddenWords: {
    words: string[];
  };
  addressSameRegionAsCertificate: {
    level: 'province' | 'city';
  };
  addressDistrictMapping: {
    map: { from: string; to: string; remark: boolean }[];
  };
  onlineShopAddress: {
    format?: string;
    domainMustEqualLicenceUrl: boolean;
    licenceShowsPlatformUrl: boolean;
  };
  domainHolderMustMatch: {
    allowed: ('entity' | 'self' | 'legal-representative' | 'principal' | 'shareholder' | 'senior-manager')[];
    disputed?: (
      'entity' | 'self' | 'legal-representative' | 'principal' | 'shareholder' | 'senior-manager'
    )[];
    nameForms?: ('chinese' | 'full-pinyin')[];
    remarkIfNotPrincipal: boolean;
    materials?: string[];
  };
  domainMinValidityMonths: {
    value: number;
    prudentValue?: number;
  };
  domainRegistrarMustBeDomestic: {
    alsoForDomainsFiledBefore?: string;
  };
  domainSuffixAllowed: {
    useApprovedList: boolean;
    allowed?: string[];
    forbidden?: string[];
    exception?: string;
  };
  domainLabelForbiddenWords: {
    words: string[];
    unless?: 'state-body' | 'national-level-entity';
  };
  domainRegistrationState: {
    realNameAgeDays?: number;
    workingDays?: number;
    privacyMustBeOff: boolean;
  };
  domainFormat: {
    registrableOnly: boolean;
    idnForm: 'unicode' | 'punycode';
    minLength?: number;
    maxLength?: number;
  };
  domainCertificateRequired: {
    when: 'always' | 'individual-to-enterprise' | 'holder-is-foreign-parent';
    maxAgeDays?: number;
    materials?: string[];
  };
  maxDomainsPerService: {
    value: number;
    remarkIfSameSite?: string;
  };
  maxServicesPerOrder: {
    unit: 'service' | 'domain';
    value: number;
    whenFiledMoreThan?: number;
  };
  maxServicesPerEntity: {
    value: number;
    unless?: 'telecom-licence';
  };
  serviceNameForbidden: {
    words?: string[];
    patterns?: string[];
    needApproval?: string[];
    needSuffix?: { word: string; suffixes: string[] }[];
    unless?: 'national-level-entity' | 'approval';
    materials?: string[];
  };
  serviceNamePattern: {
    pattern?: 'contains-chinese' | 'no-latin' | 'someones-blog-or-homepage' | 'describes-function';
    minCjk?: number;
    maxCjk?: number;
  };
  serviceNameMustMatchLiveSite: {
    parts: ('home-page' | 'title-tag' | 'logo')[];
  };
  serviceNameMustRelateToEntity: {
    otherwise: 'not-accepted' | 'advice' | 'remark' | 'statement' | 'trademark';
    minCjk?: number;
    materials?: string[];
  };
  serviceNameUniqueInEntity: {
    mode: 'name-unique' | 'same-name-only-if-content-differs';
  };
  serviceContentAllowed: {
    allowed?: string[];
    forbidden?: string[];
    forbiddenKinds?: ('local-portal' | 'forum' | 'navigation')[];
    unlessMaterials?: string[];
    unlessGroups?: (
      | 'enterprise'
      | 'individual-business'
      | 'government'
      | 'public-institution'
      | 'social-organization'
      | 'other-organization'
      | 'individual'
    )[];
    remarkForbiddenWords?: string[];
    remarkRequiredFor?: string[];
  };
  contentMustMatchEntity: {
    detail: 'nature-and-scope' | 'operator-is-entity' | 'scope-and-real-pages';
  };
  remarkRequired: {
    when:
      | 'always'
      | 'service-content-is-not-portal'
      | 'service-content-is-not-personal-space'
      | 'service-content-is-other'
      | 'domain-without-website'
      | 'business-scope-touches-preapproval'
      | 'entity-is-hospital-or-tcm-clinic'
      | 'content-is-game'
      | 'service-name-duplicates-filed-one'
      | 'total-services-at-least'
      | 'individual-business-without-seal'
      | 'ip-in-several-provinces'
      | 'education-keyword'
      | 'name-not-descriptive'
      | 'no-landline'
      | 'legal-representative-is-foreign';
    atLeast?: number;
    level: 'entity' | 'service';
    template?: string;
    textId?: 'personal-site-declaration';
    fields?: string[];
    minChars?: number;
    alternativeMaterials?: string[];
  };
  languageDeclaration: {
    mode: 'tick-all' | 'prior-approval';
    languages?: string[];
  };
  homeUrlRule: {
    count: 'one' | 'one-per-domain';
    form: 'contains-domain' | 'starts-with-www' | 'registrable-domain-only';
  };
  maxCloudResourcesPerService: {
    value: number;
    remarkAbove?: number;
    materials?: string[];
  };
  resolvedIpMustMatchFiling: object;
  appFeatureInfoRequired: {
    iconMaxKb?: number;
    androidFingerprint?: 'md5-hex-32';
    iosFingerprint?: 'sha1-hex-40';
    nameSameOnAllPlatforms: boolean;
    materials?: string[];
  };
  siteMustBeClosedBeforeFiling: object;
  filedSitesMustBeReachable: {
    afterMonths?: number;
    orClosed: boolean;
    mustShowNumber: boolean;
  };
  footerNumberRequired: {
    level: 'service' | 'entity';
    position: 'bottom' | 'bottom-center';
    link?: string;
    copyrightMustMatchEntity: boolean;
  };
  keywordRequiresApproval: {
    category: string;
    keywords?: string[];
    fields: ('entity-name' | 'business-scope' | 'service-name' | 'service-content' | 'remark' | 'domain')[];
    approvals?: string[];
    commitmentAccepted: boolean;
    commitmentMaterials?: string[];
    remedies?: (
      'trim-business-scope' | 'rename-entity' | 'rename-service' | 'remark' | 'consult-authority'
    )[];
    template?: string;
    formFields?: string[];
    signer?: 'legal-representative' | 'principal' | 'service-owner';
    handwritten: boolean;
  };
  materialRequired: {
    materials: string[];
    anyOf: boolean;
    when:
      | 'always'
      | 'paper-or-provider-form-used'
      | 'cancelled-at-authority'
      | 'access-with-several-cloud-resources'
      | 'legal-representative-id-outside-region'
      | 'holder-is-not-entity'
      | 'on-site-verification'
      | 'first-filing-only'
      | 'except-change-without-domain'
      | 'content-is-online-diagnosis'
      | 'entity-is-medical-institution'
      | 'entity-is-foundation';
    delivery: 'upload' | 'paper' | 'post' | 'email';
    copies?: number;
    template?: string;
    signer?: 'legal-representative' | 'principal' | 'service-owner' | 'individual';
    handwritten?: string[];
    seal?: 'official' | 'none' | 'official-and-provider';
    fingerprint: boolean;
    dated?: boolean;
    templateLocked: boolean;
    validity?: number;
    validityUnit?: 'working-day' | 'month';
    exemptionMaterials?: string[];
  };
  materialsRequiredFromCount: {
    counts: 'filed-services' | 'total-services' | 'total-domains' | 'total-domain-prefixes' | 'order-domains';
    atLeast: number;
    prudentAtLeast?: number;
    materials: string[];
    delivery: 'upload' | 'post' | 'on-site' | 'keep-at-provider';
    perDomain: boolean;
    postTo?: string;
    sections?: string[];
  };
  photoRequirement: {
    kind: 'backdrop' | 'handheld-id' | 'handheld-id-and-licence' | 'any';
    when: 'always' | 'photo-verification-used' | 'legal-representative-id-outside-region';
    fresh?: boolean;
    seasonal?: boolean;
    dateShown?: boolean;
    alternatives?: string[];
    materials?: string[];
  };
  signatureOrSealRequired: {
    on: string[];
    seal: boolean;
    fingerprint: boolean;
    handCopiedText?: string;
  };
  recordMismatchPolicy: {
    policy:
      | 'must-match'
      | 'change-first'
      | 'access-then-change'
      | 'access-then-change-but-new-service-changes-first'
      | 'no-match-needed';
    fields: string[];
    oldCertificate?: 'accepted' | 'refused';
    changeWithinWorkingDays?: number;
    materials?: string[];
  };
  changeOrderTypeOnly: {
    type: string;
    when: 'always' | 'principal-changes';
    unavailable?: string[];
    materials?: string[];
  };
  smsVerification: {
    hours: number;
    maxWrongAttempts?: number;
    sender?: string;
    exempt?: string[];
  };
  serviceMigrationSupported: {
    supported: 'yes' | 'no' | 'outward-only' | 'depends-on-region';
    serviceTypes?: ('website' | 'app' | 'mini-program' | 'quick-app')[];
    targetMayBeIndividual: boolean;
    materials?: string[];
  };
  oneOpenOrderPerEntity: object;
}

export type CheckName = keyof CheckParams;
