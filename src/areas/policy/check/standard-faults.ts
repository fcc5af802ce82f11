// Roles, pathways, training levels, targets and retention must refer to things that exist; no list holds a key twice,
// no kind of record two periods, and no target is over 100% (SPEC 2.2).
import type { ShapeFault } from '../../../platform/schema.ts'
import type { PolicyPack } from '../pack/pack.ts'
import { doubled, type Keys, unknown, unknownIn, unknownUnder } from './known-keys.ts'

/** Faults of everything that is neither a type, a row, a format nor the desk. */
export function standardFaults(pack: PolicyPack, keys: Keys): ShapeFault[] {
  return [
    ...roleFaults(pack, keys),
    ...pathwayFaults(pack, keys),
    ...targetFaults(pack, keys),
    ...retentionFaults(pack),
    ...doubles(pack),
  ]
}

function roleFaults(pack: PolicyPack, keys: Keys): ShapeFault[] {
  return (pack.roles ?? []).flatMap((role, at) => [
    ...unknownIn(keys.roles, role.countsAs, ['roles', at, 'countsAs']),
    ...(role.countsAs?.includes(role.key)
      ? [{ path: ['roles', at, 'countsAs'], message: 'A role need not count as itself.' }]
      : []),
  ])
}

function pathwayFaults(pack: PolicyPack, keys: Keys): ShapeFault[] {
  const levels = (pack.trainingLevels ?? []).flatMap((level, at) =>
    unknownUnder(keys.groups, level.neededBy, 'staffGroup', ['trainingLevels', at, 'neededBy']),
  )
  return [
    ...levels,
    ...(pack.pathways ?? []).flatMap((pathway, at) => {
      const path = ['pathways', at]
      return [
        ...unknownIn(keys.roles, pathway.for, [...path, 'for']),
        ...unknown(keys.competences, pathway.gives, [...path, 'gives']),
        ...doubled(pathway.steps, [...path, 'steps']),
        ...pathway.steps.flatMap((step, inner) =>
          unknownIn(keys.roles, step.signedOffBy, [...path, 'steps', inner, 'signedOffBy']),
        ),
        ...unknownIn(keys.roles, pathway.observation?.by, [...path, 'observation', 'by']),
        ...unknownIn(keys.roles, pathway.observation?.reportTo, [...path, 'observation', 'reportTo']),
        ...unknown(keys.observation, pathway.observation?.template, [...path, 'observation', 'template']),
        ...unknownIn(keys.roles, pathway.ownSupervision?.by, [...path, 'ownSupervision', 'by']),
      ]
    }),
  ]
}

function targetFaults(pack: PolicyPack, keys: Keys): ShapeFault[] {
  return (pack.targets ?? []).flatMap((target, at) => {
    const path = ['targets', at, 'atLeast']
    const percent =
      typeof target.atLeast === 'string' && target.atLeast.includes('%') ? Number.parseFloat(target.atLeast) : null
    return [
      ...unknownIn(keys.types, target.types, ['targets', at, 'types']),
      ...(percent !== null && percent > 100 ? [{ path, message: 'A target is at most 100%.' }] : []),
      ...(percent === null && target.measure !== 'recorded within'
        ? [{ path, message: 'This target is a share: say for example “95%”.' }]
        : []),
    ]
  })
}

function retentionFaults(pack: PolicyPack): ShapeFault[] {
  const seen = new Set<string>()
  return (pack.retention ?? []).flatMap((one, at): ShapeFault[] => {
    if (seen.has(one.kind))
      return [{ path: ['retention', at, 'kind'], message: `There are two retention periods for “${one.kind}”.` }]
    seen.add(one.kind)
    return []
  })
}

const lists = [
  'staffGroups',
  'roles',
  'competences',
  'types',
  'matrix',
  'criteria',
  'agreements',
  'templates',
  'meetingFormats',
  'banks',
  'models',
  'escalation',
  'signposts',
  'pathways',
  'trainingLevels',
  'retention',
  'targets',
  'audits',
  'pages',
  'sources',
] as const
const doubles = (pack: PolicyPack): ShapeFault[] => lists.flatMap((list) => doubled(pack[list], [list]))
