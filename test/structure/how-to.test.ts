// docs/how-to/add-a-field.md stays true: the field that it follows is found in the files it names, and in no others.
import { expect, test } from 'vitest'
import { areaOf } from './areas.ts'
import { folderOf, isTest, type SourceFile, wholeProject } from './project.ts'

const project = wholeProject()
const guide = project.files.find((file) => file.path === 'docs/how-to/add-a-field.md')?.text ?? ''
const steps = [...guide.matchAll(/^\d+\. `([^`]+)`/gm)].map(({ 1: path = '' }) => path)
const field = /the `(\w+)` of a/.exec(guide)?.[1] ?? ''

test('adding a field visits at most six files in two folders', () => {
  expect(steps.length).toBeGreaterThan(0)
  expect(steps.length).toBeLessThanOrEqual(6)
  expect(new Set(steps.map(folderOf)).size).toBeLessThanOrEqual(2)
})

test('the field that it follows is in the files that it names, and in no others of that area', () => {
  const area = steps.map(areaOf).find((name) => name !== undefined) ?? ''
  const belongs = ({ path }: SourceFile) =>
    areaOf(path) === area || new RegExp(`^database/migrations/\\d{4}_${area}_`).test(path)
  const named = project.files
    .filter((file) => belongs(file) && !isTest(file.path) && !/\.(md|examples\.ts)$/.test(file.path))
    .filter((file) => new RegExp(`\\b${field}\\b`).test(file.text))
    .map((file) => file.path)
  expect(named.toSorted()).toEqual(steps.toSorted())
})
