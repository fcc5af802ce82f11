// The small pieces that every part of a pack is made of: keys, names, sources, contacts, and texts, which may have
// plain easy-read words and other languages beside them (SPEC 2.2).
import { strict, z } from '../../../platform/schema.ts'

/** A key: small letters, digits and single hyphens, e.g. child-protection-case-work. */
export const key = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, {
    error: (issue) => `“${String(issue.input)}” is no key: use small letters, digits and single hyphens.`,
  })
  .max(80)
export const line = z.string().trim().min(1).max(300)
export const source = z
  .string()
  .trim()
  .min(1)
  .max(300)
  .meta({ description: 'The clause this comes from, e.g. “S4 5.1”; “own” when the pack’s owner adds it' })

/** A text; alone, or with its variants: plain easy-read words, and other languages by their code. */
export const wording = z
  .union([
    z.string().trim().min(1).max(20_000),
    strict({
      text: z.string().trim().min(1).max(20_000),
      easyRead: z.string().trim().min(1).max(20_000).optional(),
      languages: z
        .record(
          z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/, { error: 'Name a language by its code, such as cy or pl.' }),
          z.string().trim().min(1).max(20_000),
        )
        .optional(),
    }),
  ])
  .meta({ id: 'Wording' })
export type Wording = z.infer<typeof wording>

/** The text of a wording in plain words, in a language, or as it stands when there is no such variant. */
export function textOf(words: Wording, variant: { easyRead?: boolean; language?: string } = {}): string {
  if (typeof words === 'string') return words
  const translated = variant.language === undefined ? undefined : words.languages?.[variant.language]
  return translated ?? (variant.easyRead ? (words.easyRead ?? words.text) : words.text)
}

/** Text items with a key and a source. */
export const item = strict({ key, text: wording, source })
export const named = strict({ key, name: line, summary: wording.optional(), source: source.optional() })
export const contact = strict({
  name: line.optional(),
  phone: z
    .string()
    .regex(/^[+\d][\d ()-]{3,}$/, { error: 'Write a phone number in digits.' })
    .optional(),
  email: z
    .string()
    .regex(/^\S+@\S+\.\S+$/, { error: 'Write an e-mail address.' })
    .optional(),
  link: z
    .string()
    .regex(/^https:\/\/\S+$/, { error: 'Write a link that begins with https://' })
    .optional(),
  note: wording.optional(),
})
