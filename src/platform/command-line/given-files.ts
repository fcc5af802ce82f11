// The files that an operator gives to a command.
import { readFile } from 'node:fs/promises'
import { buffer } from 'node:stream/consumers'
import { CommandFault } from '../command.ts'

/** The text of a file, of standard input for '-'. Throws a CommandFault with the reason in words. */
export const readGivenFile = async (path: string): Promise<string> => (await readGivenBytes(path)).toString('utf8')

/** The bytes of a file, of standard input for '-'. Throws a CommandFault with the reason in words. */
export async function readGivenBytes(path: string): Promise<Buffer> {
  if (path === '-') return buffer(process.stdin)
  try {
    return await readFile(path)
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
