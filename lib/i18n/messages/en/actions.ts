export const actions = {
  unexpected: 'Something went wrong on our side. Nothing was lost; please try again. Reference: {reference}',
  checkFields: 'Check the marked fields.',
  signedOut: 'You are signed out. Sign in and try again.',
  onlyLooking: 'You only look at these pages. Stop looking to do something yourself.',
  wrongRole: 'Your account cannot do this.',
  notVerified:
    'Confirm your e-mail address first: open the link in the mail that we sent you. The notice at the top of the page sends it again.',
} as const
