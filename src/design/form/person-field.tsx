// Choosing a person without JavaScript: type part of a name, press "Find", choose from those found.
// The page answers `_find` by drawing the form again with the people found as the options of the field.

import { Input, Radios } from '../nhs/controls.tsx'
import { Button } from '../parts/button.tsx'
import { errorPart, hintPart, labelText, shown } from './drawing.ts'
import { type Drawing, type Field, type FormBody, fault, inSentence, valueOf, type Words } from './field.ts'
import type { Optional } from './text-fields.tsx'
import { textIn } from './typed.ts'

/** The id of a person, as the options of the drawing name them. */
export function person(words: Words & Optional): Field<string | null>
export function person(words: Words): Field<string>
export function person(words: Words & { optional?: boolean }): Field<string | null> {
  return {
    kind: 'person',
    label: words.label,
    hint: words.hint,
    read: (name, body) => {
      const id = textIn(body, name)
      if (id !== '')
        return /^[\w-]{1,64}$/.test(id) ? valueOf(id) : fault(`${name}-search`, 'Choose one of the people found')
      const searched = textIn(body, `${name}-search`).trim()
      if (words.optional && searched === '') return valueOf(null)
      if (searched !== '')
        return fault(`${name}-search`, `Find “${searched.slice(0, 60)}”, then choose the person you mean`)
      return fault(`${name}-search`, words.missing ?? `Choose ${inSentence(words)}`)
    },
    typed: (name, body) => ({ [name]: textIn(body, name), [`${name}-search`]: textIn(body, `${name}-search`) }),
    fill: (name, value) => ({ [name]: value ?? '' }),
    draw: (drawing) => <PersonField drawing={drawing} words={words} />,
  }
}

function PersonField({ drawing, words }: { drawing: Drawing; words: Words & { optional?: boolean } }) {
  const searched = shown(drawing, `${drawing.name}-search`)
  return (
    <fieldset class="nhsuk-fieldset app-person">
      <legend class="nhsuk-fieldset__legend nhsuk-fieldset__legend--s">{labelText(words)}</legend>
      <div class="app-person__search">
        <Input
          id={`${drawing.name}-search`}
          name={`${drawing.name}-search`}
          label={{ text: 'Part of a name or e-mail address' }}
          hint={hintPart(words)}
          errorMessage={errorPart(drawing)}
          value={searched}
          autocomplete="off"
          spellcheck={false}
          width={20}
        />
        <Button variant="secondary" small name="_find" value={drawing.name} formNoValidate>
          Find <span class="nhsuk-u-visually-hidden">{inSentence(words)}</span>
        </Button>
      </div>
      <PeopleFound drawing={drawing} searched={searched} />
    </fieldset>
  )
}

function PeopleFound({ drawing, searched }: { drawing: Drawing; searched: string }) {
  const people = drawing.options ?? []
  if (people.length === 0) {
    return searched === '' || drawing.options === undefined ? null : (
      <p>Nobody found for “{searched}”. Try fewer letters, or the other name.</p>
    )
  }
  const chosen = shown(drawing)
  return (
    <Radios
      idPrefix={drawing.name}
      name={drawing.name}
      fieldset={{ legend: { text: people.length === 1 ? 'One person' : `${people.length} people`, size: 's' } }}
      small
      items={people.map((one) => ({
        value: one.value,
        text: one.label,
        hint: one.hint === undefined ? undefined : { text: one.hint },
        checked: one.value === chosen,
      }))}
    />
  )
}

/** Which field's search was pressed and what was typed there; null when the form was sent as a whole. */
export function searchIn(body: FormBody): { field: string; words: string } | null {
  const field = textIn(body, '_find')
  return field === '' ? null : { field, words: textIn(body, `${field}-search`).trim() }
}
