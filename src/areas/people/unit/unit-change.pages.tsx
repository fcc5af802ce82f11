// Adding, renaming, moving and ending units, and saying who leads them.
import { type FormState, searchIn } from '../../../design/index.ts'
import { parseId, type PersonId } from '../../../platform/ids.ts'
import type { Day } from '../../../platform/time/day.ts'
import { type Page, page, type Typed } from '../../../platform/web/page.ts'
import { seeOther } from '../../../platform/web/reply.ts'
import type { Work } from '../../../platform/work.ts'
import { formPage, peopleFor } from '../register/form-page.pages.tsx'
import { namesOf } from '../register/person.store.ts'
import { administrators } from '../register/register.access.ts'
import { addLead, addUnit, changeUnit, endLead, endUnit, unitTree } from './unit.changes.ts'
import { changeUnitForm, endLeadForm, endUnitForm, leadForm, newUnitForm } from './unit.form.ts'
import { type UnitId, type UnitNode, unitsUnder } from './unit.ts'
import { findNode } from './unit.changes.ts'

const unitsBack = { href: '/set-up/units', label: 'Units' }

async function parentsFor(work: Work, apart: UnitId | null) {
  const tree = await unitTree(work, work.today)
  const inside = new Set(apart === null ? [] : unitsUnder(tree, apart))
  return {
    parent: tree
      .filter(({ unit }) => !inside.has(unit))
      .map(({ unit, path }) => ({ value: unit as string, label: path.join(' > ') })),
  }
}

async function newPage(work: Work, state: FormState = newUnitForm.filled({ from: work.today })) {
  const options = await parentsFor(work, null)
  return formPage({
    title: 'Add a unit',
    form: newUnitForm,
    state,
    action: '/set-up/units',
    button: 'Add unit',
    back: unitsBack,
    options,
  })
}

const backTo = ({ unit, name }: UnitNode) => ({ href: `/set-up/units/${unit}`, label: name })

async function changePage(work: Work, node: UnitNode, state?: FormState) {
  const filled = changeUnitForm.filled({ name: node.name, parent: node.parent, from: work.today })
  const options = await parentsFor(work, node.unit)
  const action = `/set-up/units/${node.unit}/change`
  return formPage({
    title: 'Rename or move a unit',
    about: node.name,
    form: changeUnitForm,
    state: state ?? filled,
    action,
    button: 'Save change',
    back: backTo(node),
    options,
  })
}

const endPage = (node: UnitNode, state: FormState = endUnitForm.filled()) =>
  formPage({
    title: 'End a unit',
    about: node.name,
    form: endUnitForm,
    state,
    action: `/set-up/units/${node.unit}/end`,
    button: 'Save last day',
    back: backTo(node),
  })

async function leadPage(
  work: Work,
  node: UnitNode,
  form: Typed | null,
  state: FormState = leadForm.filled({ from: work.today }),
) {
  const options = await peopleFor(work, 'person', form, parseId<'person'>(form?.person))
  const action = `/set-up/units/${node.unit}/leads`
  return formPage({
    title: 'Add a team lead',
    about: node.name,
    form: leadForm,
    state,
    action,
    button: 'Add team lead',
    back: backTo(node),
    options,
  })
}

const endLeadPage = (node: UnitNode, person: PersonId, state: FormState = endLeadForm.filled()) =>
  formPage({
    title: 'End a team lead',
    about: node.name,
    form: endLeadForm,
    state,
    action: `/set-up/units/${node.unit}/leads/${person}/end`,
    button: 'Save last day',
    back: backTo(node),
  })

export const unitChangePages: readonly Page[] = [
  page({ at: 'GET /set-up/units/new', access: administrators, answer: (work) => newPage(work) }),
  page({
    at: 'POST /set-up/units',
    access: administrators,
    answer: async (work, { form }) => {
      const reading = newUnitForm.read(form)
      if (!reading.ok) return newPage(work, reading)
      const { name, parent, from } = reading.value
      const done = await addUnit(work, { name, parent: await knownUnit(work, parent), from: from as Day })
      return done.ok ? seeOther('/set-up/units', 'Unit added') : newPage(work, newUnitForm.refused(form, done))
    },
  }),
  page({
    at: 'GET /set-up/units/:unit/change',
    subject: findNode,
    access: administrators,
    answer: (work, { subject }) => changePage(work, subject),
  }),
  page({
    at: 'POST /set-up/units/:unit/change',
    subject: findNode,
    access: administrators,
    answer: async (work, { subject, form }) => {
      const reading = changeUnitForm.read(form)
      if (!reading.ok) return changePage(work, subject, reading)
      const { name, parent, from } = reading.value
      const done = await changeUnit(work, subject.unit, {
        name,
        parent: await knownUnit(work, parent),
        from: from as Day,
      })
      return done.ok
        ? seeOther(`/set-up/units/${subject.unit}`, 'Change saved')
        : changePage(work, subject, changeUnitForm.refused(form, done))
    },
  }),
  page({
    at: 'GET /set-up/units/:unit/end',
    subject: findNode,
    access: administrators,
    answer: (_work, { subject }) => endPage(subject),
  }),
  page({
    at: 'POST /set-up/units/:unit/end',
    subject: findNode,
    access: administrators,
    answer: async (work, { subject, form }) => {
      const reading = endUnitForm.read(form)
      if (!reading.ok) return endPage(subject, reading)
      const done = await endUnit(work, subject.unit, reading.value.lastDay as Day)
      return done.ok ? seeOther('/set-up/units', 'Last day saved') : endPage(subject, endUnitForm.refused(form, done))
    },
  }),
  page({
    at: 'GET /set-up/units/:unit/leads/new',
    subject: findNode,
    access: administrators,
    answer: (work, { subject }) => leadPage(work, subject, null),
  }),
  page({
    at: 'POST /set-up/units/:unit/leads',
    subject: findNode,
    access: administrators,
    answer: (work, { subject, form }) => saveLead(work, subject, form),
  }),
  page({
    at: 'GET /set-up/units/:unit/leads/:person/end',
    subject: findNode,
    access: administrators,
    answer: (_work, { subject, params }) => endLeadPage(subject, params.person),
  }),
  page({
    at: 'POST /set-up/units/:unit/leads/:person/end',
    subject: findNode,
    access: administrators,
    answer: async (work, { subject, params, form }) => {
      const reading = endLeadForm.read(form)
      if (!reading.ok) return endLeadPage(subject, params.person, reading)
      const done = await endLead(work, {
        unit: subject.unit,
        person: params.person,
        lastDay: reading.value.lastDay as Day,
      })
      return done.ok
        ? seeOther(`/set-up/units/${subject.unit}`, 'Last day saved')
        : endLeadPage(subject, params.person, endLeadForm.refused(form, done))
    },
  }),
]

/** The unit of that id in this organisation today; null for none, and for one of another organisation. */
async function knownUnit(work: Work, id: string | null): Promise<UnitId | null> {
  return (await unitTree(work, work.today)).find(({ unit }) => unit === id)?.unit ?? null
}

async function saveLead(work: Work, node: UnitNode, form: Typed) {
  if (searchIn(form)) return leadPage(work, node, form, { errors: [], typed: leadForm.typed(form) })
  const reading = leadForm.read(form)
  if (!reading.ok) return leadPage(work, node, form, reading)
  const person = parseId<'person'>(reading.value.person)
  if (person === null || !(await namesOf(work, [person])).has(person)) {
    return leadPage(
      work,
      node,
      form,
      leadForm.refused(form, { reason: 'Find and choose the team lead', field: 'person' }),
    )
  }
  const done = await addLead(work, { unit: node.unit, person, from: reading.value.from as Day })
  return done.ok
    ? seeOther(`/set-up/units/${node.unit}`, 'Team lead added')
    : leadPage(work, node, form, leadForm.refused(form, done))
}
