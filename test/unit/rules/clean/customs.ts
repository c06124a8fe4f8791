/**
 * What a careful administrator knows of the regions, written down by hand from the regions' requirements in words; the
 * rule files are not read here.
 */
const isIn = (...regions: string[]) => new Set(regions);

/** The service owner may not be the principal. */
export const PERSONS_DIFFER = isIn('120000');
/** Any unit may name a principal who is not its legal representative. */
export const DELEGATE_ALLOWED = isIn('110000', '320000', '340000', '460000', '510000', '620000');
/** Only these groups may. */
export const DELEGATE_OF_GROUP: Record<string, string[]> = {
  '330000': ['government', 'public-institution'],
  '440000': ['government', 'public-institution', 'social-organization'],
  '630000': ['government', 'public-institution'],
};
/** The delegate then owns the service too. */
export const DELEGATE_OWNS = isIn('320000', '340000', '460000', '510000');
/** A foreign legal representative has to delegate; the delegate owns the service too, except in Shanxi. */
export const FOREIGNER_DELEGATES = isIn('130000', '140000', '210000', '360000', '370000', '450000', '520000');
/** So has one from Hong Kong, Macao or Taiwan. */
export const COMPATRIOT_DELEGATES = isIn('140000', '210000', '370000');
/** Only a holder of a mainland ID may own the service. */
export const OWNER_IS_MAINLANDER = isIn('210000', '350000');

/** Sole traders without a trade name are refused. */
export const TRADE_NAME_NEEDED = isIn('350000', '370000', '420000', '520000', '610000');
/** They file as individuals. */
export const NAMELESS_IS_INDIVIDUAL = isIn('130000', '140000', '440000', '460000', '640000');
/** They file under the operator's name with this behind it; elsewhere under the name on the licence. */
export const NAME_SUFFIX: Record<string, string> = {
  '120000': '（个体工商户）',
  '330000': '（个体工商户）',
  '340000': '',
};
/** Nobody but the operator may be principal or service owner. */
export const OPERATOR_ONLY = isIn('230000', '320000');

/** Individuals choose “blog / personal space”; elsewhere “other”. */
export const BLOG_ONLY = isIn('230000', '500000');

/** Individuals need an ID of the region itself. */
export const LOCAL_ID_ONLY = isIn(
  '140000',
  '150000',
  '230000',
  '410000',
  '450000',
  '500000',
  '540000',
  '620000',
  '630000',
  '640000',
  '650000',
);
/** Individuals need a resident ID card. */
export const RESIDENT_ID_ONLY = isIn('350000');

/** The one order for changes of the record; the narrower ones are not offered. */
export const ONLY_CHANGE_BOTH = isIn('320000', '520000', '630000');
/** Only the change of a service alone is not offered to units. */
export const NO_CHANGE_OF_SERVICE = isIn('410000');

/** A domain certificate goes with every website. */
export const DOMAIN_CERTIFICATE = isIn('430000', '650000');
/** Offices of party and state show the staffing office's approval of the site. */
export const STAFFING_APPROVAL = isIn('150000', '230000', '360000', '530000');

/** One website an order. */
export const ONE_SITE_PER_ORDER = isIn('420000', '430000', '500000');
