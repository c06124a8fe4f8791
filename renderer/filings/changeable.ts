/** What an order may change, as fact keys, by the record it stands in. */
export const changeable = {
  entity: [
    'entity.name',
    'entity.certificate.number',
    'entity.certificate.address',
    'entity.mailingAddress',
    'entity.investor',
    'principal.name',
    'principal.idNumber',
    'principal.mobile',
    'principal.emergencyPhone',
    'principal.email',
  ],
  service: [
    'service.name',
    'service.domain',
    'service.homeUrl',
    'service.contentTypes',
    'service.preApprovals',
    'serviceOwner.name',
    'serviceOwner.idNumber',
    'serviceOwner.mobile',
    'serviceOwner.emergencyPhone',
    'serviceOwner.email',
  ],
  access: ['access.method', 'access.serverLocations', 'access.ipRanges'],
} as const;
