// Above a record that was opened for an hour: why it is open, until when, and that the opening is on record.
import { NotificationBanner } from '../../design/index.ts'
import type { Moment } from '../../platform/time/moment.ts'
import { formatMoment } from '../../platform/time/words.ts'

export const OpenBanner = ({ why, until }: { why: string; until: Moment }) => (
  <NotificationBanner heading={why}>
    <p>
      It closes by itself: {formatMoment(until)}. You are reading only; every opening is on record, and those concerned
      see who looked.
    </p>
  </NotificationBanner>
)
