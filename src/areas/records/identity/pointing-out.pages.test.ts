import { h } from 'preact'
import { describe, expect, it } from 'vitest'
import { newOrganisation } from '../../../../test/composition.ts'
import { testService } from '../../../../test/service.ts'
import { testDatabase } from '../../../../test/test-database.ts'
import {
  Button,
  defineForm,
  ErrorSummary,
  FormFields,
  type FormState,
  longText,
  PostForm,
} from '../../../design/index.ts'
import type { Area } from '../../../platform/area.ts'
import { newId } from '../../../platform/ids.ts'
import { anyStaff, page } from '../../../platform/web/page.ts'
import { html, seeOther } from '../../../platform/web/reply.ts'
import { pointedState, pointOutIn } from './pointing-out.form.ts'
import { PointedOutPart } from './pointing-out.pages.tsx'
import type { PointedOut } from './pointing-out.ts'

const shape = defineForm({ plan: longText({ label: 'Plan' }), risks: longText({ label: 'Risks', optional: true }) })

const formPage = (state: FormState, pointed: PointedOut | null) =>
  html({
    title: 'Plan',
    status: state.errors.length > 0 ? 422 : 200,
    body: h('div', {}, [
      h(ErrorSummary, { state }),
      h(PostForm, {
        action: '/plan',
        children: [
          h(FormFields, { form: shape, state }),
          h(PointedOutPart, { pointed, state }),
          h(Button, { children: 'Save' }),
        ],
      }),
    ]),
  })

const area: Area = {
  name: 'records',
  title: 'Plans',
  pages: [
    page({ at: 'GET /plan', access: anyStaff, answer: () => formPage(shape.filled({}), null) }),
    page({
      at: 'POST /plan',
      access: anyStaff,
      answer: (work, { form }) => {
        const reading = shape.read(form)
        if (!reading.ok) return formPage(reading, null)
        const texts = { plan: reading.value.plan, risks: reading.value.risks ?? '' }
        const pointed = pointOutIn(form, { texts, today: work.today })
        return pointed.asks ? formPage(pointedState(shape, form, pointed), pointed) : seeOther('/plan', 'Saved')
      },
    }),
  ],
}

const database = await testDatabase()
const service = await testService(database, { areas: [area] })
const visitor = async () => service.visitor(await newOrganisation(database), newId<'person'>())

describe('a form that points out', () => {
  it('shows the words beside their field, keeps everything typed and asks why they identify nobody', async () => {
    const ben = await visitor()
    const answer = await ben.post('/plan', { plan: 'Ring Sarah Jones', risks: 'None new' })
    expect(answer.status).toBe(422)
    expect(answer.errors).toEqual([
      'This may identify somebody: “Sarah Jones” (name). Change it, or say below why it identifies nobody',
    ])
    expect(answer.fieldValue('Plan')).toBe('Ring Sarah Jones')
    expect(answer.fieldValue('Risks')).toBe('None new')
    expect(answer.fieldValue('It identifies nobody because')).toBe('')
  })

  it('saves once the words are changed, or once it is said why they may stand', async () => {
    const ben = await visitor()
    const asked = await ben.post('/plan', { plan: 'Ring Sarah Jones' })
    const form = asked.formTo('/plan')
    expect((await ben.post('/plan', { ...form, plan: 'Ring the mother' })).location).toBe('/plan')
    const because = { identifiesNobody: 'A school of that name' }
    expect((await ben.post('/plan', { ...form, ...because })).location).toBe('/plan')
  })

  it('asks again when the reason came without the words having been shown, or new words came with it', async () => {
    const ben = await visitor()
    const because = { identifiesNobody: 'A school of that name' }
    const unseen = await ben.post('/plan', { plan: 'Ring Sarah Jones', ...because })
    expect(unseen.status).toBe(422)
    expect(unseen.fieldValue('It identifies nobody because')).toBe('A school of that name')
    const form = { ...unseen.formTo('/plan'), ...because, risks: 'Lives at TA1 4QF' }
    expect((await ben.post('/plan', form)).errors).toContainEqual(expect.stringContaining('TA1 4QF'))
  })

  it('answers forged marks and a forged reason like any other form', async () => {
    const ben = await visitor()
    for (const pointedOut of ['x'.repeat(100_000), '\u0000', '__proto__', 'ffffffff '.repeat(9000)]) {
      const answer = await ben.post('/plan', {
        plan: 'Ring Sarah Jones',
        pointedOut,
        identifiesNobody: 'x'.repeat(9000),
      })
      expect(answer.status).toBe(422)
    }
  })
})
