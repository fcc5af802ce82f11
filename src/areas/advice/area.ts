import type { Area } from '../../platform/area.ts'
import { deskPages } from './asking/desk.pages.tsx'

export const adviceArea: Area = {
  name: 'advice',
  title: 'Advice',
  pages: deskPages,
  navigation: () => [{ order: 30, label: 'Advice', href: '/advice' }],
}
