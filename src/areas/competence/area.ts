import type { Area } from '../../platform/area.ts'

export const competenceArea: Area = {
  name: 'competence',
  title: 'Supervisors',
  pages: [],
}
