import type { Translated } from '../../messages.ts'

export const authenticate: Translated<'authenticate'> = {
  aLinkWorksForA:
    'Ein Link gilt einen Tag. Melden Sie sich an und öffnen Sie den Auftrag, um die Prüfung dort abzuschließen.',
  bankCheck: 'Prüfung durch die Bank',
  forTitle: 'Für „{title}“',
  goToTheOrder: 'Zum Auftrag',
  goToYourOrders: 'Zu Ihren Aufträgen',
  holdAmount: '{amount} reservieren',
  nothingWasHeld: 'Es wurde nichts reserviert',
  onlyStripeCanSay: 'Wie es um diese Zahlung steht, kann nur Stripe sagen. Öffnen Sie den Link in einer Minute noch einmal.',
  stripeDoesNotAnswerJust: 'Stripe antwortet gerade nicht',
  theMoneyIsHeld: 'Das Geld ist reserviert',
  thereIsNothingToFinish: 'Hier ist nichts abzuschließen',
  thisAttemptIsOverAnd:
    'Dieser Versuch ist beendet und reserviert nichts. Die Seite des Auftrags zeigt, wie es steht und was Sie tun können.',
  thisLinkDoesNotWork: 'Dieser Link gilt nicht mehr',
  yourBankHasConfirmedThat:
    'Ihre Bank hat bestätigt, dass Sie es sind. Mehr ist nicht zu tun; Sie können diese Seite schließen.',
  yourBanksCheckNeedsJavascript:
    'Die Prüfung durch Ihre Bank braucht JavaScript. Schalten Sie es ein und öffnen Sie den Link noch einmal.',
}
