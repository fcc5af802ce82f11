// One session ahead and one open action of an ending, each with the buttons that decide what becomes of it.
import { ButtonGroup, Card, Hidden, PostButton, Quiet, Written } from '../../../design/index.ts'
import { formatMoment } from '../../../platform/time/words.ts'
import type { Work } from '../../../platform/work.ts'
import { standingOf } from '../../actions/index.ts'
import { choicesForAction, choicesForSession, type Ending, type SessionChoice } from '../ending/ending.ts'
import { whenWords } from '../session/session.view.ts'
import type { EndingShown } from './ending-shown.changes.ts'
import type { ActionLeft, SessionLeft } from './left-open.changes.ts'

/** The address of an ending's page. */
export const hrefOfEnding = (ending: Pick<Ending, 'id'>): string => `/supervision/endings/${ending.id}`

type CardProps = { readonly ending: Ending; readonly shown: EndingShown; readonly work: Work }

/** A session ahead: what was decided of it, or the choices. */
export function SessionCard({ ending, shown, work, one }: CardProps & { one: SessionLeft }) {
  const when = whenWords(one.session)
  return (
    <Card heading={when} size="s" level={3}>
      <p>
        {shown.typeName(one.session.type)} ·{' '}
        <a href={`/sessions/${one.session.id}`}>
          Look at it<Hidden>, {when}</Hidden>
        </a>
      </p>
      {one.chosen ? (
        <p>
          <Quiet>Decided on {formatMoment(one.chosen.at)}: it stays as it was booked.</Quiet>
        </p>
      ) : (
        <SessionChoices ending={ending} shown={shown} work={work} one={one} when={when} />
      )}
    </Card>
  )
}

function SessionChoices({ ending, shown, work, one, when }: CardProps & { one: SessionLeft; when: string }) {
  const words: Readonly<Record<SessionChoice, string>> = {
    keep: 'Keep it',
    cancel: 'Call it off',
    'ask the new supervisor': `Ask ${shown.successor} for this time`,
  }
  const action = `${hrefOfEnding(ending)}/sessions/${one.session.id}`
  return (
    <ButtonGroup>
      {choicesForSession(ending, work.asker.person).map((choice) => (
        <PostButton action={action} variant="secondary" small fields={{ choice }}>
          {words[choice]}
          <Hidden>: {when}</Hidden>
        </PostButton>
      ))}
    </ButtonGroup>
  )
}

/** An open action of one's own, in its words. */
export function ActionCard({ ending, shown, work, one, duty }: CardProps & { one: ActionLeft; duty: string }) {
  const { action, text } = one
  const href = `${hrefOfEnding(ending)}/actions/${action.id}`
  const words = {
    keep: 'Keep it for myself',
    'take along': `Take it along to ${shown.successor || 'my next supervisor'}`,
  }
  const choices = choicesForAction(ending, action.owner, work.asker.person)
  return (
    <Card heading={standingOf(action, work.today)} size="s" level={3}>
      <Written>{text}</Written>
      <ButtonGroup>
        {(['take along', 'keep'] as const)
          .filter((choice) => choices.includes(choice))
          .map((choice) => (
            <PostButton action={href} variant="secondary" small version={action.version} fields={{ choice }}>
              {words[choice]}
              <Hidden>: {duty}</Hidden>
            </PostButton>
          ))}
        <a href={`${href}/closing`}>
          Close it<Hidden>: {duty}</Hidden>
        </a>
        <a href={`/actions/${action.id}`}>
          Report on it<Hidden>: {duty}</Hidden>
        </a>
      </ButtonGroup>
    </Card>
  )
}
