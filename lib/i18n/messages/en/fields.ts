export const fields = {
  atLeastMinCharacters: 'At least {min} characters.',
  atLeastOneDay: 'At least one day.',
  atMost90Days: 'At most 90 days.',
  atMostMaxCharacters: 'At most {max} characters.',
  reloadThePageAndTry: 'Reload the page and try again.',
  theLeastThatCanBe: 'The least that can be charged is {least}.',
  thisFormWasAlreadySent:
    'This form was already sent with other content, and that was done. Reload the page to go on.',
  thisIsMoreThanOne: 'This is more than one card payment can hold.',
  thisPageIsOutOf: 'This page is out of date. Reload it and try again.',
  writeANumberOfDays: 'Write a number of days.',
  writeTheAmountAsA: 'Write the amount as a number, like 120 or 120.50.',
  writeWholeDays: 'Write whole days.',
} as const
