// The page for when a key of the service is missing: what cannot be done, that nothing is lost, and everything that was
// typed, ready to be sent again once the key is back.

import { PostForm } from '../form/form.tsx'
import { Button } from '../parts/button.tsx'
import { Heading } from '../parts/card.tsx'

/** One box of a form as it was sent. */
export type TypedBox = { readonly name: string; readonly value: string }

export const keyMissingTitle = 'This cannot be opened or kept just now'

/** `typed` is empty when nothing was sent. Long texts are shown, so that they can be copied; the rest goes along unseen. */
export function KeyMissingPage({ path, typed }: { path: string; typed: readonly TypedBox[] }) {
  return (
    <>
      <Heading level={1} size="l">
        {keyMissingTitle}
      </Heading>
      <p class="nhsuk-body-l">
        A key with which this service seals confidential text is missing, or is not the right one. Until it is put back,
        nothing confidential is opened or kept. What was written before is safe.
      </p>
      <p>Tell whoever runs the service in your organisation. They find in its messages which key it is.</p>
      {typed.length > 0 && <SendAgain path={path} typed={typed} />}
    </>
  )
}

const isText = ({ name, value }: TypedBox): boolean => !name.startsWith('_') && (/\s/.test(value) || value.length > 40)

function SendAgain({ path, typed }: { path: string; typed: readonly TypedBox[] }) {
  const texts = typed.filter(isText)
  return (
    <PostForm action={path}>
      <h2>What you typed is still here</h2>
      <p>Nothing of it was saved. Leave this page open and try again later, or copy it to a safe place.</p>
      {typed
        .filter((box) => !isText(box))
        .map(({ name, value }) => (
          <input type="hidden" name={name} value={value} />
        ))}
      {texts.map(({ name, value }, at) => (
        <div class="nhsuk-form-group">
          <label class="nhsuk-label" for={`typed-${at + 1}`}>
            Your text {at + 1} of {texts.length}
          </label>
          <textarea class="nhsuk-textarea" id={`typed-${at + 1}`} name={name} rows={6}>
            {value}
          </textarea>
        </div>
      ))}
      <Button>Try again</Button>
    </PostForm>
  )
}
