export const authenticate = {
  aLinkWorksForA: 'A link works for a day. Sign in and open the order to finish the check there.',
  bankCheck: 'Bank check',
  forTitle: 'For “{title}”',
  goToTheOrder: 'Go to the order',
  goToYourOrders: 'Go to your orders',
  holdAmount: 'Hold {amount}',
  nothingWasHeld: 'Nothing was held',
  onlyStripeCanSay: 'Only Stripe can say how this payment stands. Open the link again in a minute.',
  stripeDoesNotAnswerJust: 'Stripe does not answer just now',
  theMoneyIsHeld: 'The money is held',
  thereIsNothingToFinish: 'There is nothing to finish here',
  thisAttemptIsOverAnd:
    'This attempt is over and holds nothing. The order’s page shows how it stands, and what you can do.',
  thisLinkDoesNotWork: 'This link does not work any more',
  yourBankHasConfirmedThat:
    'Your bank has confirmed that it is you. Nothing more is to be done; you can close this page.',
  yourBanksCheckNeedsJavascript: 'Your bank’s check needs JavaScript. Turn it on and open the link again.',
} as const
