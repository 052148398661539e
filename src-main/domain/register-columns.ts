/**
 * The columns of register files that Quartet has no field of its own for, in every vintage: EduBase (2015), data.gov.uk
 * (2017) and Get Information about Schools. What they say is kept a record in one text (`register-rest.ts`), a line a
 * column in this order. So the order is part of how a workspace is stored: new columns go to the end, none is ever
 * moved or taken out.
 */
export const REGISTER_GROUPS = ['Provision', 'Pupils', 'Special needs', 'Governance', 'Inspection', 'Place', 'Earlier', 'Other', 'Codes'] as const
export type RegisterGroup = (typeof REGISTER_GROUPS)[number]

/** A column that is kept as it is written. */
export interface RegisterColumn {
  group: RegisterGroup
  /** What an officer calls it. */
  label: string
  /** What files call it; the first is today's. */
  headings: readonly string[]
}

const columns = (group: RegisterGroup, ...of: (readonly [label: string, ...headings: string[]])[]): RegisterColumn[] => of.map(([label, ...headings]) => ({ group, label, headings }))

/** Children of one sex by age, as EduBase counted them. */
const byAge = (sex: 'Boys' | 'Girls', youngest: readonly [label: string, heading: string][]) =>
  columns(
    'Pupils',
    ...youngest,
    [`${sex} aged 4, first class`, `${sex}4a`],
    [`${sex} aged 4, second class`, `${sex}4b`],
    [`${sex} aged 4, third class`, `${sex}4c`],
    ...Array.from({ length: 14 }, (_, i) => [`${sex} aged ${i + 5}`, `${sex}${i + 5}`] as const),
    [`${sex} aged 19 and over`, `${sex}19plus`],
  )

export const REGISTER_COLUMNS: readonly RegisterColumn[] = [
  ...columns(
    'Provision',
    ['Boarders', 'Boarders (name)', 'Boarders'],
    ['Boarding establishment', 'BoardingEstablishment (name)'],
    ['Nursery classes', 'NurseryProvision (name)'],
    ['Sixth form', 'OfficialSixthForm (name)', 'Sixth form'],
    ['Religious ethos', 'ReligiousEthos (name)', 'Religious ethos'],
    ['Diocese', 'Diocese (name)'],
    ['Admissions policy', 'AdmissionsPolicy (name)', 'Admissions policy'],
    ['Further education type', 'FurtherEducationType (name)'],
    ['Teenage mothers', 'TeenMoth (name)'],
    ['Places for teenage mothers', 'TeenMothPlaces'],
    ['Childcare facilities', 'CCF (name)'],
    ['Emotional and behavioural difficulties (referral unit)', 'EBD (name)'],
    ['Places in the referral unit', 'PlacesPRU'],
    ['Full-time provision', 'FTProv (name)'],
    ['Taught elsewhere', 'EdByOther (name)'],
  ),
  ...columns(
    'Pupils',
    ['Date of the census', 'CensusDate'],
    ['Boys', 'NumberOfBoys'],
    ['Girls', 'NumberOfGirls'],
    ['Eligible for free school meals', 'FSM'],
    ['Eligible for free school meals, per cent', 'PercentageFSM'],
  ),
  ...columns(
    'Special needs',
    ['Special classes', 'SpecialClasses (name)'],
    ['Special needs in the referral unit', 'SENPRU (name)'],
    ['Approved under section 41', 'Section41Approved (name)'],
    ...Array.from({ length: 13 }, (_, i) => [`Special need ${i + 1}`, `SEN${i + 1} (name)`] as const),
    ['Resourced provision', 'TypeOfResourcedProvision (name)'],
    ['Resourced provision, on roll', 'ResourcedProvisionOnRoll'],
    ['Resourced provision, capacity', 'ResourcedProvisionCapacity'],
    ['Special needs unit, on roll', 'SenUnitOnRoll'],
    ['Special needs unit, capacity', 'SenUnitCapacity'],
    ['With a statement or plan', 'SENStat'],
    ['With special needs, no statement or plan', 'SENNoStat'],
  ),
  ...columns(
    'Governance',
    ['Type group', 'EstablishmentTypeGroup (name)'],
    ['Supported by a trust', 'TrustSchoolFlag (name)'],
    ['Linked to a sponsor', 'SchoolSponsorFlag (name)'],
    ['Part of a federation', 'FederationFlag (name)'],
    ['Federation', 'Federations (name)'],
    ['Proprietor', 'PropsName'],
    ['Charity number', 'CHNumber'],
  ),
  ...columns(
    'Inspection',
    ['Ofsted rating without a date', 'OfstedRating (name)'],
    ['Ofsted special measures', 'OfstedSpecialMeasures (name)'],
    ['Inspectorate', 'InspectorateName (name)'],
    ['Inspectorate of British schools overseas', 'BSOInspectorateName (name)'],
    ['Inspectorate’s report', 'InspectorateReport'],
    ['Inspectorate’s last visit', 'DateOfLastInspectionVisit'],
    ['Inspectorate’s next visit', 'NextInspectionVisit'],
    ['Quality assurance body', 'QABName (name)'],
    ['Quality assurance report', 'QABReport'],
    ['Accredited', 'EstablishmentAccredited (name)'],
    ['Accreditation expires', 'AccreditationExpiryDate'],
  ),
  ...columns(
    'Place',
    ['Site', 'SiteName'],
    ['Parliamentary constituency', 'ParliamentaryConstituency (name)', 'Parliamentary Constituency (name)'],
    ['Administrative district', 'DistrictAdministrative (name)'],
    ['Region', 'GOR (name)', 'Region'],
    ['Country', 'Country (name)'],
    ['Urban or rural', 'UrbanRural (name)'],
    ['Middle super output area', 'MSOA (name)'],
    ['Lower super output area', 'LSOA (name)'],
    ['Easting', 'Easting', 'X'],
    ['Northing', 'Northing', 'Y'],
  ),
  ...columns('Earlier', ['Earlier local authority', 'PreviousLA (name)'], ['Earlier establishment number', 'PreviousEstablishmentNumber']),
  ...columns('Other', ['Last changed in the register', 'LastChangedDate']),
  ...columns(
    'Codes',
    ['Type of establishment', 'TypeOfEstablishment (code)'],
    ['Type group', 'EstablishmentTypeGroup (code)'],
    ['Status', 'EstablishmentStatus (code)'],
    ['Reason opened', 'ReasonEstablishmentOpened (code)'],
    ['Reason closed', 'ReasonEstablishmentClosed (code)'],
    ['Phase', 'PhaseOfEducation (code)'],
    ['Boarders', 'Boarders (code)'],
    ['Sixth form', 'OfficialSixthForm (code)'],
    ['Gender', 'Gender (code)'],
    ['Religious character', 'ReligiousCharacter (code)'],
    ['Diocese', 'Diocese (code)'],
    ['Admissions policy', 'AdmissionsPolicy (code)'],
    ['Special classes', 'SpecialClasses (code)'],
    ['Supported by a trust', 'TrustSchoolFlag (code)'],
    ['Trust', 'Trusts (code)'],
    ['Federation', 'Federations (code)'],
    ['Further education identifier', 'FEHEIdentifier'],
    ['Ofsted special measures', 'OfstedSpecialMeasures (code)'],
    ['Region', 'GOR (code)'],
    ['Administrative district', 'DistrictAdministrative (code)'],
    ['Ward', 'AdministrativeWard (code)'],
    ['Parliamentary constituency', 'ParliamentaryConstituency (code)', 'Parliamentary Constituency (code)'],
    ['Urban or rural', 'UrbanRural (code)'],
    ['Local authority of the statistics service', 'GSSLACode (name)'],
    ['Earlier local authority', 'PreviousLA (code)'],
    ['Unique property reference', 'UPRN'],
    ['Quality assurance body', 'QABName (code)'],
    ['Accredited', 'EstablishmentAccredited (code)'],
    ['Middle super output area', 'MSOA (code)'],
    ['Lower super output area', 'LSOA (code)'],
  ),
  // EduBase of 2015.
  ...columns(
    'Provision',
    ['Registered for early years', 'RegisteredEY (name)'],
    ['Main specialism', 'MainSpecialism1 (name)'],
    ['Second main specialism', 'MainSpecialism2 (name)'],
    ['Secondary specialism', 'SecondarySpecialism1 (name)'],
    ['Second secondary specialism', 'SecondarySpecialism2 (name)'],
    ['Studio school', 'StudioSchoolIndicator (name)'],
    ['Fresh start', 'FreshStart (name)'],
    ['High-performing, first option', 'HP_Leading_Option_1 (name)'],
    ['High-performing, second option', 'HP_Leading_Option_2 (name)'],
    ['High-performing, third option', 'HP_Leading_Option_3 (name)'],
    ['Investor in People', 'InvestorInPeople (name)'],
    ['Private finance', 'PFI (name)'],
  ),
  ...columns(
    'Special needs',
    ['Special pupils', 'SpecialPupils'],
    ['Boarders approved', 'ApprovedNumberBoardersSpecial'],
  ),
  ...columns('Place', ['Learning and skills council', 'LLSC (name)']),
  ...columns('Pupils', ['Highest age in the census', 'ASCHighestAge'], ['Lowest age in the census', 'ASCLowestAge']),
  ...byAge('Boys', [['Boys aged 2', 'Boys2'], ['Boys aged 3', 'Boys3']]),
  ...byAge('Girls', [['Girls aged 2 and under', 'Girls2andUnder'], ['Girls aged 3', 'Girls3']]),
  // data.gov.uk, 2017.
  ...columns('Place', ['Residents of the area', 'tot_residents'], ['Households of the area', 'tot_households']),
  ...columns('Other', ['Source', 'source']),
]
