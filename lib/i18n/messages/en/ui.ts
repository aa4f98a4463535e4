export const ui = {
  asTheSystem: 'As the system',
  backToHoldfast: 'Back to Holdfast',
  close: 'Close',
  dark: 'Dark',
  light: 'Light',
  noMoneyMovedBecauseOf:
    'No money moved because of this. Try again; if it stays, tell us what you were doing.',
  oneMoment: 'One moment…',
  optional: '(optional)',
  referenceReference: 'Reference {reference}',
  somethingWentWrongOnOur: 'Something went wrong on our side',
  theme: 'Theme',
  tryAgain: 'Try again',
} as const
