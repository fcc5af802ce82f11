// What the script says, in one place.

/** Says what is left coarsely, so that a screen reader is not made to count. */
export function timeLeftWords(seconds: number): string {
  const left =
    seconds > 90
      ? '2 minutes'
      : seconds > 60
        ? 'a minute and a half'
        : seconds > 30
          ? 'a minute'
          : seconds > 10
            ? '30 seconds'
            : 'a few seconds'
  return `You will be signed out in ${left}, to keep what you can see safe. Drafts are kept.`
}

/** 14 and 31 → "2:31pm". */
export const clockWords = (hours: number, minutes: number): string =>
  `${hours % 12 || 12}:${String(minutes).padStart(2, '0')}${hours < 12 ? 'am' : 'pm'}`

export const savedWords = (time: string): string => `Draft saved at ${time}`
export const notSavedWords = 'Your last words are not saved yet. We keep trying; leave this page open.'
export const changedElsewhereWords = 'This was changed in another window. Open it again there before you write on here.'

export const connectionLostWords = 'The connection is away. We keep trying; what you type stays here.'
export const sendingAgainWords = 'Not sent yet. We keep trying; leave this page open.'
export const notSentWords = 'This could not be sent. What you wrote is still here; press the button again in a moment.'
export const keptWords = (label: string): string =>
  label === '' ? 'What you were writing, to copy:' : `What you were writing under “${label}”, to copy:`
