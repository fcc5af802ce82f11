// What stands in texts and addresses: nouns in URLs, no machine's paths or hosts, documents that point at what exists.
import { posix } from 'node:path'
import { completeLockfile } from '../../../bin/steps/complete-lockfile.ts'
import {
  codeUnder,
  type Fault,
  folderOf,
  isTest,
  lineOf,
  type Project,
  type Rule,
  type SourceFile,
} from '../project.ts'
import { nodesOf, stringOf } from '../syntax.ts'

/** Verbs that have crept into addresses elsewhere; a deed is the noun of what then exists. */
const verbs = new Set(
  `accept activate add agree allow amend apply approve archive assign book cancel choose complete confirm create
  deactivate decline delete destroy disable do edit enable execute finish generate get invite make merge perform
  postpone publish put rebook reject remove rename reopen reschedule resend resume revoke save send sign submit
  suggest terminate unlock undo unpublish update validate verify withdraw write`.split(/\s+/),
)

const address = /^(GET|POST|PUT|PATCH|DELETE) (\/.*)$/

export const nounAddresses: Rule = {
  name: 'deeds are nouns in URLs',
  find: (project) =>
    codeUnder(project, 'src/')
      .filter((file) => !isTest(file.path))
      .flatMap((file) =>
        nodesOf(file.tree(), 'Literal').flatMap((node): Fault[] => {
          const path = address.exec(stringOf(node) ?? '')?.[2]
          const verb = path
            ?.split('/')
            .find((part) => verbs.has(part) || (verbs.has(part.split('-')[0] ?? '-') && isDeed(part)))
          if (verb === undefined) return []
          return [
            {
              path: file.path,
              line: lineOf(file, node.start),
              what: `the address ${path} has the verb "${verb}"`,
              why: 'A deed leaves something behind; its address is the noun of that, so that it can be looked at again.',
              instead: 'POST /sessions/:session/cancellation, not /sessions/:session/cancel.',
            },
          ]
        }),
      ),
}

/** 'cancel-session' is a deed; 'sign-in', 'sign-out' and 'set-up' are nouns made of verbs. */
const isDeed = (part: string) => !/-(in|out|up|on|off)$/.test(part)

// Put together here, so that this file does not itself hold what it looks for.
const hostWords = ['regis' + 'try', 'mir' + 'ror']
const machinePaths = ['/wo' + 'rk/', '/ho' + 'me/', '/Us' + 'ers/', '/ro' + 'ot/']
const foreignHost = new RegExp(`https?://[a-z0-9.-]*(${hostWords.join('|')})`, 'i')
const machinePath = new RegExp(`(^|[\\s"'\`(=:])(${machinePaths.join('|')})[a-z0-9._-]`, 'im')

export const noMachine: Rule = {
  name: 'no file names a package host or a path of somebody’s machine',
  find: (project) =>
    project.files.flatMap((file): Fault[] => {
      const resolved = file.path.endsWith('package-lock.json') && file.text.includes('"resolved"')
      const found = foreignHost.exec(file.text) ?? machinePath.exec(file.text)
      if (!found && !resolved) return []
      return [
        {
          path: file.path,
          line: lineOf(file, found?.index ?? 0),
          what: `names ${found?.[0].trim() ?? 'the host that packages came from'}`,
          why: 'The project must run on any machine, with whatever host its packages come from.',
          instead: 'a path relative to the project; the host is npm’s own setting.',
        },
      ]
    }),
}

const kept = /^(src|docs|bin|database|test|journeys|bench|policy-packs|\.ci)\/[\w./-]+$/

export const livingDocs: Rule = {
  name: 'documents mention only paths that exist',
  find: (project) =>
    project.files
      .filter((file) => file.path.endsWith('.md'))
      .flatMap((file) => mentions(file).flatMap((one) => missing(project, file, one))),
}

type Mention = { readonly path: string; readonly offset: number }

/** Paths in `code` and the targets of links; patterns such as NNNN, <area> or * are no paths. */
function mentions(file: SourceFile): readonly Mention[] {
  const code = [...file.text.matchAll(/`([^`\n]+)`/g)].flatMap(({ 1: text = '', index }) =>
    text
      .split(/\s+/)
      .filter((word) => kept.test(word) && !/NNNN/.test(word))
      .map((word) => ({ path: word.replace(/[/.]$/, ''), offset: index })),
  )
  const links = [...file.text.matchAll(/\]\(([^)#\s:]+)(?:#[^)]*)?\)/g)].map(({ 1: target = '', index }) => ({
    path: posix.normalize(posix.join(folderOf(file.path), target)).replace(/\/$/, ''),
    offset: index,
  }))
  return [...code, ...links]
}

function missing(project: Project, file: SourceFile, { path, offset }: Mention): readonly Fault[] {
  if (project.has(path)) return []
  return [
    {
      path: file.path,
      line: lineOf(file, offset),
      what: `mentions ${path}, which does not exist`,
      why: 'A document that was wrong once is not read twice.',
      instead: 'name the file as it is now, or leave the sentence out.',
    },
  ]
}

export const wholeLockfile: Rule = {
  name: 'the lockfile names the packages of every platform',
  find: (project) =>
    project.files
      .filter((file) => file.path === 'package-lock.json')
      .flatMap((file): Fault[] => {
        const { added } = completeLockfile(file.text)
        if (added === 0) return []
        return [
          {
            path: file.path,
            what: `lacks ${added} optional packages of other platforms`,
            why: 'Without them npm ci refuses, and nobody can install the project anew.',
            instead: 'run node bin/steps/complete-lockfile.ts and commit what it writes.',
          },
        ]
      }),
}

export const textRules: readonly Rule[] = [nounAddresses, noMachine, livingDocs, wholeLockfile]
