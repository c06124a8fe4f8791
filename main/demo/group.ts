import type { Access, EntityFields, Person, ServiceFields } from '../../preload/contract/index.ts';

/*
 * An invented group. Credit codes and ID numbers have right check digits, but serial parts that no authority issues;
 * mobile numbers stand beside an operator's well-known test number; everything is marked as a sample.
 */

type PersonDraft = Partial<Omit<Person, 'id'>>;

export interface DemoEntity {
  entity: Partial<Omit<EntityFields, 'certificate'>> & { certificate: Partial<EntityFields['certificate']> };
  legalRepresentative: PersonDraft | null;
  /** `null`: the legal representative. */
  serviceOwner: PersonDraft | null;
  service:
    | (Partial<Omit<ServiceFields, 'domain' | 'accesses'>> & {
        domain: Partial<ServiceFields['domain']>;
        accesses?: Omit<Access, 'id'>[];
      })
    | null;
  filing: { type: 'first' | 'new-service'; provider: string } | null;
  /** Which drawn documents it has. */
  documents: 'complete' | 'faulty' | 'none';
}

const mainlander = (name: string, idNumber: string, mobile: string, email: string): PersonDraft => ({
  name,
  idType: 'resident-id-card',
  idNumber,
  idValidFrom: '2021-05-10',
  idValidTo: '2041-05-10',
  mobile,
  email,
});

export const demoGroup: DemoEntity[] = [
  {
    entity: {
      name: '上海云杉样例信息技术有限公司',
      hasSeal: true,
      tradeName: '云杉样例',
      mailingAddress: '浦东新区样例路100号云杉大厦8层801室',
      investor: '上海云杉样例信息技术有限公司',
      businessScope: '软件开发；信息系统集成服务；计算机软硬件销售',
      registryStatus: '存续',
      holdsTelecomLicence: false,
      certificate: {
        number: '91310115000000115Y',
        address: '上海市浦东新区样例路100号云杉大厦8层801室',
        validFrom: '2015-03-18',
        longTerm: true,
        copy: 'duplicate',
      },
    },
    legalRepresentative: {
      ...mainlander('沈样例', '310115198001019993', '13800138001', 'shen@example.com'),
      emergencyPhone: '13800138011',
    },
    serviceOwner: {
      ...mainlander('陆样例', '310104199005050002', '13800138002', 'lu@example.com'),
      emergencyPhone: '13800138012',
    },
    service: {
      type: 'website',
      name: '云杉样例信息技术',
      homeUrl: 'www.yunshan-yangli.cn',
      contentTypes: ['organization-portal'],
      languages: ['zh-hans'],
      plannedUse: '展示本公司产品与联系方式',
      domain: {
        name: 'yunshan-yangli.cn',
        holderName: '上海云杉样例信息技术有限公司',
        holderCertificateType: 'business-licence',
        holderCertificateNumber: '91310115000000115Y',
        expiresOn: '2029-06-30',
        registrar: '样例域名注册服务商',
        registrarIsDomestic: true,
        realNameVerifiedOn: '2026-06-01',
        privacyOn: false,
      },
      accesses: [
        {
          provider: 'huawei-cloud',
          account: 'yunshan-sample',
          method: ['cloud'],
          serverLocations: ['310000'],
          ipRanges: [],
          resourceCount: 1,
        },
      ],
    },
    filing: { type: 'first', provider: 'huawei-cloud' },
    documents: 'complete',
  },
  {
    entity: {
      name: '广州木棉样例贸易有限公司',
      hasSeal: true,
      tradeName: '木棉样例',
      mailingAddress: '天河区样例大道66-3-1201',
      investor: '广州木棉样例贸易有限公司',
      businessScope: '百货批发；货物进出口；教育咨询服务',
      licenceNumber: '粤ICP备2024000001号',
      registryStatus: '存续',
      isShell: false,
      holdsTelecomLicence: false,
      certificate: {
        number: '9144010600000022X2',
        address: '广州市天河区样例大道66号3栋1201房',
        validFrom: '2017-08-08',
        validTo: '2037-08-08',
        longTerm: false,
        copy: 'duplicate',
      },
    },
    legalRepresentative: {
      ...mainlander('梁样例', '440106198502039995', '13800138003', 'liang@example.com'),
      emergencyPhone: '13800138003',
    },
    serviceOwner: {
      ...mainlander('何样例', '440106199206060006', '1380013800', 'he@example.com'),
      emergencyPhone: '13800138014',
      idValidTo: '2027-01-15',
    },
    service: {
      type: 'website',
      name: '木棉样例在线教育平台',
      homeUrl: 'www.mumian-yangli.cn',
      contentTypes: ['organization-portal'],
      languages: ['zh-hans'],
      domain: {
        name: 'mumian-yangli.cn',
        holderName: '广州木棉样例贸易有限公司',
        holderCertificateType: 'business-licence',
        holderCertificateNumber: '9144010600000022X2',
        expiresOn: '2026-12-30',
        registrar: '样例域名注册服务商',
        registrarIsDomestic: true,
        realNameVerifiedOn: '2026-09-01',
        privacyOn: true,
      },
    },
    filing: { type: 'new-service', provider: 'tencent-cloud' },
    documents: 'faulty',
  },
  {
    entity: {
      name: '北京银杏样例科技有限公司',
      hasSeal: true,
      certificate: { number: '91110108000000334P', longTerm: true },
    },
    legalRepresentative: mainlander('郑样例', '110108197809109996', '13800138005', 'zheng@example.com'),
    serviceOwner: null,
    service: { type: 'website', name: '银杏样例科技', domain: { name: 'yinxing-yangli.cn' } },
    filing: { type: 'first', provider: 'alibaba-cloud' },
    documents: 'none',
  },
  {
    entity: {
      name: '杭州青杨样例软件有限公司',
      licenceNumber: '浙ICP备2023000002号',
      certificate: { number: '91330106000000449N', validFrom: '2016-01-05', longTerm: true },
    },
    legalRepresentative: mainlander('沈样例', '310115198001019993', '13800138001', 'shen@example.com'),
    serviceOwner: null,
    service: {
      type: 'website',
      name: '青杨样例软件',
      licenceNumber: '浙ICP备2023000002号-1',
      domain: { name: 'qingyang-yangli.cn', expiresOn: '2027-02-10' },
    },
    filing: null,
    documents: 'none',
  },
  {
    entity: {
      name: '成都银桦样例供应链管理有限公司',
      licenceNumber: '蜀ICP备2022000003号',
      certificate: { number: '91510107000000553E', validFrom: '2019-04-02', longTerm: true },
    },
    legalRepresentative: mainlander('罗样例', '510107197907079995', '13800138006', 'luo@example.com'),
    serviceOwner: null,
    service: {
      type: 'website',
      name: '银桦样例供应链',
      licenceNumber: '蜀ICP备2022000003号-1',
      domain: { name: 'yinhua-yangli.cn', expiresOn: '2028-11-01' },
    },
    filing: null,
    documents: 'none',
  },
  {
    entity: {
      name: '南京水杉样例传媒有限公司',
      certificate: { number: '913201020000006683', validFrom: '2021-10-20', longTerm: true },
    },
    legalRepresentative: mainlander('邵样例', '320102198808080007', '13800138007', 'shao@example.com'),
    serviceOwner: null,
    service: null,
    filing: null,
    documents: 'none',
  },
];
