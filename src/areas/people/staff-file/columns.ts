// The columns of a staff file, as NHS workforce systems export it or as our own template has them (SPEC 1.1). Which
// column is which is guessed from the headings, remembered for the organisation, and may always be chosen by hand.
import { no, yes, type Decision } from '../../../platform/decision.ts'

export type StaffField =
  | 'staffNumber'
  | 'assignment'
  | 'name'
  | 'firstName'
  | 'lastName'
  | 'email'
  | 'unit'
  | 'unitLevel1'
  | 'unitLevel2'
  | 'unitLevel3'
  | 'unitLevel4'
  | 'unitLevel5'
  | 'staffGroup'
  | 'profession'
  | 'band'
  | 'trainingStage'
  | 'hoursPerWeek'
  | 'kind'
  | 'caseload'
  | 'managerNumber'
  | 'started'
  | 'ended'
  | 'status'
  | 'registration'
  | 'trainingLevel'
  | 'trainingDay'

type Column = {
  readonly field: StaffField
  readonly label: string
  readonly hint?: string
  /** Headings that mean this field, in small letters and digits only, beside the label. */
  readonly heard: string
}

/** Every field in the order of the template and of the page on which columns are chosen. */
export const columns: readonly Column[] = [
  {
    field: 'staffNumber',
    label: 'Staff number',
    hint: 'One number for each person, the same in every file',
    heard:
      'staffnumber employeenumber employeeno employeeid staffid payrollnumber personnumber staffno personnelnumber',
  },
  {
    field: 'assignment',
    label: 'Assignment number',
    hint: 'Only when one person can have several lines in the file',
    heard: 'assignmentnumber assignmentno assignmentid positionnumber',
  },
  { field: 'name', label: 'Full name', heard: 'name fullname employeename employeefullname staffname employee' },
  { field: 'firstName', label: 'First name', heard: 'firstname forename forenames givenname preferredname knownas' },
  { field: 'lastName', label: 'Last name', heard: 'lastname surname familyname' },
  {
    field: 'email',
    label: 'Work e-mail',
    heard: 'email workemail emailaddress workemailaddress employeeemail officeemailaddress',
  },
  {
    field: 'unit',
    label: 'Team',
    hint: 'A name, or the way down to it: “Children > Health visiting > Riverside team”',
    heard: 'team unit unitpath organisation organisationname department orgunit costcentrename costcentre',
  },
  {
    field: 'unitLevel1',
    label: 'Level 1, such as directorate',
    heard: 'directorate division level1 orgl1 orgl3 organisationlevel1',
  },
  {
    field: 'unitLevel2',
    label: 'Level 2, such as service',
    heard: 'service servicearea level2 orgl2 orgl4 organisationlevel2',
  },
  { field: 'unitLevel3', label: 'Level 3', heard: 'level3 orgl5 organisationlevel3 subservice' },
  { field: 'unitLevel4', label: 'Level 4', heard: 'level4 orgl6 organisationlevel4' },
  { field: 'unitLevel5', label: 'Level 5', heard: 'level5 orgl7 organisationlevel5' },
  {
    field: 'staffGroup',
    label: 'Staff group',
    hint: 'As in the supervision policy: it decides which supervision a person needs',
    heard: 'staffgroup supervisiongroup supervisionstaffgroup occupationgroup',
  },
  {
    field: 'profession',
    label: 'Profession or role',
    heard: 'profession role jobrole jobtitle positiontitle position occupation',
  },
  {
    field: 'band',
    label: 'Band or grade',
    heard: 'band payband grade payscale paygrade payscaledescription afcband',
  },
  {
    field: 'trainingStage',
    label: 'Training stage',
    hint: 'Such as student or newly qualified',
    heard: 'trainingstage stage preceptorship',
  },
  {
    field: 'hoursPerWeek',
    label: 'Hours a week',
    heard: 'hoursperweek hours contractedhours contractedhoursperweek weeklyhours contracthours normalhours',
  },
  {
    field: 'kind',
    label: 'Kind of post',
    hint: 'Permanent, fixed term, bank, agency, locum, contracted, temporary or honorary',
    heard:
      'kind kindofpost assignmentcategory employmentcategory contracttype employmenttype posttype employeecategory',
  },
  {
    field: 'caseload',
    label: 'Carries a caseload',
    hint: 'Yes or no',
    heard: 'caseload caseloadholder carriesacaseload hascaseload',
  },
  {
    field: 'managerNumber',
    label: 'Line manager’s staff number',
    heard:
      'linemanagersstaffnumber linemanagerstaffnumber manager managernumber managerstaffnumber manageremployeenumber supervisoremployeenumber supervisornumber linemanagernumber linemanager reportsto linemanageremployeenumber',
  },
  {
    field: 'started',
    label: 'Start date',
    hint: 'When the post began',
    heard:
      'startdate started poststartdate assignmentstartdate startdateinposition lateststartdate hiredate positionstartdate from',
  },
  {
    field: 'ended',
    label: 'End or leaving date',
    hint: 'The last day in the post',
    heard:
      'enddate leavingdate terminationdate assignmentenddate leavedate lastday fixedtermenddate actualterminationdate to',
  },
  {
    field: 'status',
    label: 'Status',
    hint: 'Such as active or left',
    heard: 'status assignmentstatus employmentstatus employeestatus',
  },
  {
    field: 'registration',
    label: 'Registration body',
    hint: 'Such as NMC. Numbers are not needed',
    heard: 'registration registrationbody professionalbody professionalregistrationbody registrationauthority',
  },
  {
    field: 'trainingLevel',
    label: 'Safeguarding training level',
    heard: 'safeguardingtraininglevel traininglevel safeguardinglevel level',
  },
  {
    field: 'trainingDay',
    label: 'Safeguarding training date',
    heard: 'safeguardingtrainingdate trainingdate trainingcompleted dateoftraining',
  },
]

/** Which column of the file holds each field: its place from 0. */
export type Mapping = Partial<Readonly<Record<StaffField, number>>>

const knownFields = new Set<string>(columns.map(({ field }) => field))
export const isStaffField = (text: string): text is StaffField => knownFields.has(text)

/** "E-mail  Address:" → "emailaddress" */
export const plainHeading = (heading: string): string => heading.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')

/** A mapping from the headings: what was chosen last time for a heading, else what its words mean. A field is used once. */
export function guessMapping(headings: readonly string[], remembered: ReadonlyMap<string, string>): Mapping {
  const mapping: { [field in StaffField]?: number } = {}
  const plain = headings.map(plainHeading)
  plain.forEach((heading, at) => {
    const field = remembered.get(heading)
    if (field && isStaffField(field) && mapping[field] === undefined) mapping[field] = at
  })
  const used = new Set(Object.values(mapping))
  for (const { field, label, heard } of columns) {
    if (mapping[field] !== undefined) continue
    const at = [plainHeading(label), ...heard.split(' ')]
      .map((word) => plain.findIndex((heading, place) => heading === word && !used.has(place)))
      .find((place) => place >= 0)
    if (at === undefined || remembered.get(plain[at] ?? '') === '') continue
    mapping[field] = at
    used.add(at)
  }
  return mapping
}

/** Whether a mapping can be read with: a staff number, a name, and no column used twice. */
export function mayReadWith(mapping: Mapping, headings: readonly string[]): Decision {
  if (mapping.staffNumber === undefined) return no('Choose the column with the staff number.', 'staffNumber')
  if (mapping.name === undefined && mapping.lastName === undefined) {
    return no('Choose the column with the name, or with the last name.', 'name')
  }
  const seen = new Map<number, StaffField>()
  for (const { field, label } of columns) {
    const at = mapping[field]
    if (at === undefined) continue
    const before = seen.get(at)
    if (before !== undefined) {
      const first = columns.find((column) => column.field === before)?.label ?? ''
      return no(`“${headings[at] ?? ''}” is chosen for ${first} and for ${label}. Choose another column.`, field)
    }
    seen.set(at, field)
  }
  return yes()
}
