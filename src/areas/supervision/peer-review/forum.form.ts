// The words and fields of a forum of peer review and of its dates.
import { choice, date, defineForm, text, tick } from '../../../design/index.ts'
import { timeFields } from '../booking/booking.form.ts'
import { monthsUpTo, rhythmFields } from '../group/rhythm.form.ts'

const invited = {
  name: text({
    label: 'Name of the forum',
    hint: 'For example “Paediatric peer review”. Everybody who is invited sees it',
    missing: 'Enter a name for the forum',
    called: 'name of the forum',
    max: 120,
  }),
  asked: tick({ label: 'Whom it invites', option: 'Everybody whom the policy asks for this kind' }),
  team1: choice({
    label: 'Everybody in a team as well',
    hint: 'With all teams beneath it',
    as: 'select',
    optional: true,
  }),
  team2: choice({ label: 'And in another team', as: 'select', optional: true }),
  team3: choice({ label: 'And in a third one', as: 'select', optional: true }),
}

/** The fields in which teams are chosen, and the one that a refusal about them stands beside. */
export const teamFields = ['team1', 'team2', 'team3'] as const

export const forumForm = defineForm({ type: choice({ label: 'Kind' }), ...invited })
export const changeForumForm = defineForm(invited)

const { time, minutes, placeKind, place } = timeFields

export const forumDatesForm = defineForm(
  {
    first: date({ label: 'First day', mustBe: 'today or future' }),
    ...rhythmFields({ many: 'How many dates' }),
    time,
    minutes,
    placeKind,
    place,
  },
  { check: monthsUpTo(6) },
)
