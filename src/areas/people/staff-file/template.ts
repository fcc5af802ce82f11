// The staff file that people can download and fill in (SPEC 1.1): its headings are the fields' own labels, so that
// every column is recognised when it comes back. The two people in it are fictitious.
import { columns } from './columns.ts'

/** The file that people can download and fill in: headings and two fictitious lines. */
export const template = {
  headings: columns.filter(({ field }) => !/^(name|unitLevel\d|assignment)$/.test(field)).map(({ label }) => label),
  rows: [
    [
      '20000002',
      'Grace',
      'Okafor',
      'grace.okafor@example.nhs.uk',
      'Children and families > Health visiting > Riverside team',
      'Health visitors',
      'Health visitor',
      'Band 7',
      '',
      '37.5',
      'Permanent',
      'Yes',
      '',
      '01/04/2019',
      '',
      'Active',
      'NMC',
      '3',
      '12/05/2026',
    ],
    [
      '20000003',
      'Ben',
      'Carter',
      'ben.carter@example.nhs.uk',
      'Children and families > Health visiting > Riverside team',
      'Health visitors',
      'Health visitor',
      'Band 6',
      'Newly qualified',
      '30',
      'Bank',
      'Yes',
      '20000002',
      '07/09/2026',
      '',
      'Active',
      'NMC',
      '3',
      '21/09/2026',
    ],
  ],
} as const
