// How the demonstration's people are shown: who they are, and why it is worth being them.
import { Card, CardGrid, Heading, PostButton } from '../design/index.ts'
import type { SignInLook } from '../platform/sign-in/pages/look.ts'

const demonstration: SignInLook['demonstration'] = ({ people, next }) => (
  <>
    <Heading level={1} size="l">
      Who would you like to be?
    </Heading>
    <p>
      This is a demonstration. The organisation and everybody in it are made up. You can change hands at any time: sign
      out and choose somebody else.
    </p>
    <CardGrid columns={2}>
      {people.map((one) => (
        <Card heading={one.name} level={2} size="s">
          <p>
            <strong>{one.what}</strong>
          </p>
          <p>{one.why}</p>
          <PostButton
            action="/demonstration/visit"
            variant="secondary"
            fields={next === '/' ? { person: one.person } : { person: one.person, next }}
          >
            Be {one.name}
          </PostButton>
        </Card>
      ))}
    </CardGrid>
  </>
)

export const demonstrationLook: Pick<SignInLook, 'demonstration'> = { demonstration }
