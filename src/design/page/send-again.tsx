// What somebody typed, ready to be sent again to the same address after it could not be kept.
import type { ComponentChildren } from 'preact'
import { PostForm } from '../form/form.tsx'
import { Button } from '../parts/button.tsx'

/** One box of a form as it was sent. */
export type TypedBox = { readonly name: string; readonly value: string }
type SendAgainProps = { path: string; typed: readonly TypedBox[]; children: ComponentChildren }

const isText = ({ name, value }: TypedBox): boolean => !name.startsWith('_') && (/\s/.test(value) || value.length > 40)

/** Long texts are shown, so that they can be read and copied; the rest goes along unseen. `children` says what to do. */
export function SendAgain({ path, typed, children }: SendAgainProps) {
  const texts = typed.filter(isText)
  return (
    <PostForm action={path}>
      <h2>What you typed is still here</h2>
      <p>{children}</p>
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
