// Who cannot come to a meeting that is ahead: said by themselves, or entered by who leads the set.
import { Details, PostButton } from '../../../design/index.ts'
import type { Work } from '../../../platform/work.ts'
import { namesOf } from '../../people/index.ts'
import type { MeetingAhead } from './meeting-ahead.pages.tsx'
import { findApologies } from '../room/planned-meeting.store.ts'
import { leads, peopleOn } from '../set/set.ts'

/** The part of the page of a meeting. */
export async function apologiesPart(work: Work, { meeting, set, today }: MeetingAhead) {
  const own = work.asker.person
  const people = [...new Set(peopleOn(set, today).map((one) => one.person))]
  const sorry = new Set((await findApologies(work, meeting.id)).map((one) => one.person))
  const names = await namesOf(work, people)
  const away = people.filter((person) => sorry.has(person))
  const action = `/action-learning/meetings/${meeting.id}/apologies`
  return (
    <>
      <h2>Who comes</h2>
      <p>
        {away.length === 0 ? (
          'Nobody has sent apologies.'
        ) : (
          <>
            Apologies: <bdi>{away.map((one) => names.get(one) ?? 'Somebody').join(', ')}</bdi>.
          </>
        )}
      </p>
      <PostButton action={action} fields={{ coming: sorry.has(own) ? 'yes' : 'no' }} variant="secondary">
        {sorry.has(own) ? 'I can come after all' : 'I cannot come'}
      </PostButton>
      {leads(set, own, today) && (
        <Details summary="Enter apologies for somebody">
          {people
            .filter((person) => person !== own && !sorry.has(person))
            .map((person) => (
              <PostButton action={action} fields={{ person, coming: 'no' }} variant="secondary" small>
                <bdi>{names.get(person) ?? 'Somebody'}</bdi> cannot come
              </PostButton>
            ))}
        </Details>
      )}
    </>
  )
}
