// The files that an operator gives to a command.
import { readFile } from 'node:fs/promises'
import { text } from 'node:stream/consumers'
import { CommandFault } from '../command.ts'

/** The text of a file, of standard input for '-'. Throws a CommandFault with the reason in words. */
export async function readGivenFile(path: string): Promise<string> {
  if (path === '-') return text(process.stdin)
  try {
    return await readFile(path, 'utf8')
  } catch (fault) {
    const code = fault instanceof Error && 'code' in fault ? fault.code : ''
    throw new CommandFault(`The file ${path} cannot be read: ${reasons[String(code)] ?? String(code)}.`)
  }
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is none of that name',
  EACCES: 'you may not read it',
  EISDIR: 'it is a folder',
}
