import type { Area } from '../../platform/area.ts'
import { homePages } from './home.pages.tsx'
import { openingsPages } from './openings.pages.tsx'

export const homeArea: Area = {
  name: 'home',
  title: 'Home',
  pages: [...homePages, ...openingsPages],
  navigation: () => [{ order: 0, label: 'Home', href: '/' }],
}
