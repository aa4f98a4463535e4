export const ui = {
  asTheSystem: 'As the system',
  backToHoldfast: 'Back to Holdfast',
  close: 'Close',
  dark: 'Dark',
  light: 'Light',
  mayHaveBeenDone:
    'This page could not be shown. If you had just pressed something, it may have been done: look before you press it again. If this stays, tell us what you were doing.',
  noAnswerCame:
    'No answer came, so we cannot say whether this was done. Try again: it is done only once. If no answer comes then either, load the page again.',
  oneMoment: 'One moment…',
  optional: '(optional)',
  referenceReference: 'Reference {reference}',
  somethingWentWrongOnOur: 'Something went wrong on our side',
  theme: 'Theme',
  tryAgain: 'Try again',
} as const
