import { describe, expect, it } from 'vitest'
import { day } from '../../../platform/time/day.ts'
import { identifyingParts } from './identifying-text.ts'
import { isNhsNumber } from './numbers.ts'

const today = day('2026-11-20')
const found = (text: string) => identifyingParts(text, { today }).map((part) => `${part.kind}: ${part.text}`)

describe('names are pointed out', () => {
  it.each([
    ['Discussed with Sarah Jones-Smith today', 'Sarah Jones-Smith'],
    ['her daughter Kezia is well', 'Kezia'],
    ['The Okoro family has moved', 'Okoro'],
    ['We met Mr Smith at home', 'Mr Smith'],
    ['Mrs. O’Brien rang', 'Mrs. O’Brien'],
    ['a boy called Zuri', 'Zuri'],
    ['She is called "Tia" at school', 'Tia'],
    ['known as Bear to the family', 'Bear'],
    ['His name is Otis', 'Otis'],
    ['Xanthe Quillfeather was seen', 'Xanthe Quillfeather'],
    ['We saw Xanthe Quillfeather', 'Xanthe Quillfeather'],
    ['Grace Okafor rang', 'Grace Okafor'],
    ['J. Smith attended', 'J. Smith'],
    ['J Okafor attended', 'J Okafor'],
    ['sarah said she was tired', 'sarah'],
    ['mohammed was at nursery', 'mohammed'],
    ['SARAH JONES WAS SEEN', 'SARAH JONES'],
    ['Mohammed’s school rang', 'Mohammed'],
    ['Dr May sees the family', 'Dr May'],
    ['Baby Smith is feeding', 'Smith'],
    ['Seen by Nguyen Thi Lan', 'Nguyen Thi Lan'],
    ['Maria da Silva attended', 'Maria da Silva'],
    ['Zoë is settled', 'Zoë'],
    ['Siân and her mother', 'Siân'],
    ['partner Dmitri stays at weekends', 'Dmitri'],
    ['Nan Pat looks after them', 'Pat'],
    ['mum Dawn is well', 'Dawn'],
    ['Aunt Hope collects them', 'Hope'],
    ['McAllister was present', 'McAllister'],
    ['Met with Anne-Marie', 'Anne-Marie'],
    ['Singh family, three children', 'Singh'],
    ['Olena and the baby', ''],
    ['his brother Kai', 'Kai'],
    ['Ms Ahmed-Khan attended', 'Ms Ahmed-Khan'],
    ['Will Carter came along', 'Will Carter'],
    ['Miss Patel of the school', 'Miss Patel'],
    ['talked with Piotr Kowalski', 'Piotr Kowalski'],
    ['Ngozi Adichie is the aunt', 'Ngozi Adichie'],
  ])('%s', (text, name) => {
    expect(found(text)).toEqual(name === '' ? [] : [`name: ${name}`])
  })
})

describe('NHS numbers are pointed out', () => {
  it.each([
    ['943 476 5919', '943 476 5919'],
    ['9434765919', '9434765919'],
    ['943-476-5919', '943-476-5919'],
    ['NHS number: 943 4765919.', '943 4765919'],
    ['943–476–5919', '943–476–5919'],
    ['NHS:9434765919', '9434765919'],
    ['No 999 123 4578 on the letter', '999 123 4578'],
    ['943.476.5919', '943.476.5919'],
    ['94 34 76 59 19', '94 34 76 59 19'],
    ['aged 2, 943 476 5919', '943 476 5919'],
  ])('%s', (text, number) => {
    expect(found(text)).toEqual([`NHS number: ${number}`])
  })

  it('by their check digit alone', () => {
    expect(['9434765919', '4010232137', '9991234578'].map(isNhsNumber)).toEqual([true, true, true])
    expect(['9434765918', '943476591', '94347659199', '0000000000', '1111111111'].map(isNhsNumber)).toEqual([
      false,
      false,
      false,
      false,
      false,
    ])
    expect(found('Order 943 476 5918')).toEqual([])
    expect(found('0117 496 012')).toEqual(['phone number: 0117 496 012'])
  })
})

describe('dates of birth are pointed out', () => {
  it.each([
    ['DOB 12/03/19', '12/03/19'],
    ['D.O.B. 12.03.2019', '12.03.2019'],
    ['dob: 2019-03-12', '2019-03-12'],
    ['born on 3rd March', '3rd March'],
    ['Born 3 Mar 2026', '3 Mar 2026'],
    ['date of birth 120319', '120319'],
    ['date of birth: 12032019', '12032019'],
    ['12 March 2019', '12 March 2019'],
    ['March 12, 2019', 'March 12, 2019'],
    ['12-3-2019', '12-3-2019'],
    ['(12/03/2019)', '12/03/2019'],
    ['her birthday is 29 February', '29 February'],
    ['12/3/26 (dob)', '12/3/26'],
    ['03/25/2019', '03/25/2019'],
    ['19/11/2026', '19/11/2026'],
    ['seen last on 1 June 2024', '1 June 2024'],
  ])('%s', (text, date) => {
    expect(found(text)).toEqual([`date of birth: ${date}`])
  })

  it('but without a day to compare with, only beside a word about birth', () => {
    expect(identifyingParts('12 March 2009')).toEqual([])
    expect(identifyingParts('born 12 March 2009')).toHaveLength(1)
  })
})

describe('postcodes, phone numbers and e-mail addresses are pointed out', () => {
  it.each([
    ['lives at TA1 4QF', 'postcode: TA1 4QF'],
    ['sw1a 1aa', 'postcode: sw1a 1aa'],
    ['SW1A1AA', 'postcode: SW1A1AA'],
    ['EC2V 7HH, ground floor', 'postcode: EC2V 7HH'],
    ['M1 1AE.', 'postcode: M1 1AE'],
    ['moved to (B33 8TH)', 'postcode: B33 8TH'],
    ['ring 07700 900123', 'phone number: 07700 900123'],
    ['+44 7700 900 123', 'phone number: +44 7700 900 123'],
    ['+44 (0)7700 900123', 'phone number: +44 (0)7700 900123'],
    ['0117 496 0123', 'phone number: 0117 496 0123'],
    ['(01823) 496012', 'phone number: (01823) 496012'],
    ['07700-900-123', 'phone number: 07700-900-123'],
    ['her mobile is 7700 900123', 'phone number: 7700 900123'],
    ['Tel: 246810', 'phone number: 246810'],
    ['+48 512 345 678', 'phone number: +48 512 345 678'],
    ['write to s.jones@example.com', 'e-mail: s.jones@example.com'],
    ['First.Last+tag@sub.example.co.uk!', 'e-mail: First.Last+tag@sub.example.co.uk'],
    ['sarah@example.com', 'e-mail: sarah@example.com'],
  ])('%s', (text, expected) => {
    expect(found(text)).toEqual([expected])
  })
})

describe('ordinary clinical prose is left alone', () => {
  it.each([
    'Health Visitor to visit weekly until the Child in Need review',
    'Child in Need plan reviewed in May',
    'Will Mum attend? Mum will ring on Monday',
    'Mum May be tired',
    'Edinburgh Postnatal Depression Scale score 12',
    'B12 2nd dose given',
    'Weight 9.8 kg, 25th centile; 2 x 250 mg 3 times a day',
    'Strategy Discussion held on Monday 16 November 2026',
    'Next appointment 3 December 2026 at 2:30pm',
    'New birth visit 3 May 2026, seen 12/10/2026',
    'Due 14 March 2027',
    'Call 999, 111 or Childline on 0800 1111',
    'Early Help Assessment and Team Around the Family',
    'Clare’s Law disclosure requested',
    'Seen at St Mary’s Hospital',
    'Great Ormond Street Hospital rang back',
    'Universal Credit stopped in April',
    'Sure Start Centre and Family Hub',
    'With the grace of a calm morning, hope is growing',
    'Grandma and Nana help; Dad works nights',
    'Turner syndrome, Down syndrome and Bell’s palsy were talked about',
    'Following Strategy Discussion, Police and Social Care met',
    'Baby Clinic on Thursday; Baby P was mentioned in training',
    'Domestic Abuse is known. Children’s Social Care gave a social worker',
    'Family speaks Polish and English',
    'Father Christmas came to the nursery',
    'Ref HV-2041, level 3, section 47',
    'May Day bank holiday',
    'The child said: “I like my new bed”',
    'Professional Curiosity: what is life like for this child?',
    'Think Family. Voice of the Child. Signs of Safety.',
    'Young Carer group on Tuesday; Young People’s Service',
    'GP, HV, SW, MASH and CAMHS attended',
    'Hope to see progress. Grace period ends soon. Mark the date. Bill paid.',
    'Discussed Risks. Agreed Actions. Reviewed Plan.',
    'Immunisations up to date; Red Book seen',
    'Two sisters, 3 and 5 years, and a brother of 9 months',
    'Observed warm, responsive care and good eye contact',
    'Christmas Day and Eid were spent together',
    'Room 12, second floor, 10:30 to 11:15',
    'Pathway 2, page 14, 20% of visits, £250.00',
    'Facebook and Snapchat use was talked about',
    'Black Caribbean and White British heritage',
    'Named Nurse, Named Doctor and Designated Nurse',
    'Methadone 40 mg daily; Sertraline 50 mg',
    'Moses basket and Safe Sleep advice given',
    'Attention Deficit Hyperactivity Disorder assessment',
    'Local reference RV-2077; T.O. and M.B.',
    'A. was quiet, B. was playing',
    '1234567890 is no NHS number',
  ])('%s', (text) => {
    expect(found(text)).toEqual([])
  })

  it('and so are the full names of colleagues who are said to be meant', () => {
    const options = { today, colleagues: ['Amina Yusuf'] }
    expect(identifyingParts('Amina Yusuf to ring the school', options)).toEqual([])
    expect(identifyingParts('Amina to ring the school', options)).toHaveLength(1)
  })
})

describe('a whole text', () => {
  it('is answered in its order, with the places of the words, none overlapping', () => {
    const text = 'Sarah (DOB 12/03/19, 943 476 5919) lives at TA1 4QF; s.jones@example.com or 07700 900123.'
    const parts = identifyingParts(text, { today })
    expect(parts.map((part) => part.kind)).toEqual([
      'name',
      'date of birth',
      'NHS number',
      'postcode',
      'e-mail',
      'phone number',
    ])
    for (const part of parts) expect(text.slice(part.from, part.to)).toBe(part.text)
    for (const [at, part] of parts.entries()) expect(part.from).toBeGreaterThanOrEqual(parts[at - 1]?.to ?? 0)
  })

  it.each(['', ' ', '\u0000', '\u202eSarah', '😀 Sarah 👩🏽‍⚕️', 'محمد', '\ud800', '@@@@', '....', '+++(((', "'’'’"])(
    'of odd letters never fails: %j',
    (text) => {
      expect(() => found(text)).not.toThrow()
    },
  )
})
