import type { Area } from '../../platform/area.ts'

export const agreementsArea: Area = {
  name: 'agreements',
  title: 'Agreements',
  pages: [],
  holds: [
    'Contracts and ground rules: between whom, how they stand, from when until when',
    'What is agreed and what was proposed, sealed',
    'Signatures: who, when, under which text, the name as typed',
  ],
}
