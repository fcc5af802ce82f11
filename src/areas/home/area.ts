import type { Area } from '../../platform/area.ts'
import { calendarFeedPages, calendarFeedPanels, feedPages } from './calendar/calendar-feed.pages.tsx'
import { homePages } from './home.pages.tsx'
import { openingsPages } from './openings.pages.tsx'

export const homeArea: Area = {
  name: 'home',
  title: 'Home',
  pages: [...homePages, ...openingsPages, ...calendarFeedPages],
  openPages: feedPages,
  panels: calendarFeedPanels,
  holds: ['Whether somebody has an address for their own calendar'],
  navigation: () => [{ order: 0, label: 'Home', href: '/' }],
}
