// An agreed text of the small world, for tests and benchmarks.
import type { AgreedText } from './canonical-text.ts'

export const agreedByBenAndAmina: AgreedText = {
  organisation: 'Northgate Community Trust',
  agreement: '4f0c6a3e-7f0e-4a57-9f3e-0d5c3b1f2a10',
  kind: 'one-to-one contract',
  title: 'Clinical supervision contract',
  template: 'one-to-one-contract',
  policyVersion: '3',
  parties: [
    { person: '7b1d2f60-5a35-4a2f-8a2e-5b0f9a4c1e01', name: 'Amina Yusuf', as: 'supervisor' },
    { person: '0a9e8d7c-6b5a-4f3e-9d2c-1b0a9f8e7d02', name: 'Ben Carter', as: 'supervisee' },
  ],
  opening: 'We have chosen to work together in clinical supervision, and we agree to the following.',
  blanks: [
    { label: 'Department or team', value: '' },
    { label: 'How often we meet', value: 'Every 6 weeks' },
    { label: 'Where', value: 'Room 4, or a video link.\n\nBen books the room.' },
  ],
  clauses: [
    {
      party: 'both',
      heading: 'We meet regularly',
      text: 'We meet regularly. The time, the place and the length are for both of us to settle and to look after.',
      source: 'S1 both 1',
      own: false,
    },
    {
      party: 'supervisee',
      heading: 'Bringing my work',
      text: 'The supervisee brings things from work that are right for supervision, and speaks about them openly.',
      source: 'S1 supervisee 1',
      own: true,
    },
    {
      party: 'both',
      heading: 'Who can see what we write',
      text: 'Our record can be read by the two of us only.',
      source: 'own',
      own: false,
    },
    { party: 'both', heading: null, text: 'We turn our phones off.', source: null, own: true },
  ],
  term: '12 months',
  follows: null,
}
