import type { Translated } from '../../messages.ts'

export const authenticate: Translated<'authenticate'> = {
  aLinkWorksForA:
    'Link działa przez jeden dzień. Weryfikację można dokończyć po zalogowaniu, na stronie zlecenia.',
  bankCheck: 'Weryfikacja w banku',
  forTitle: 'Za „{title}”',
  goToTheOrder: 'Przejdź do zlecenia',
  goToYourOrders: 'Przejdź do zleceń',
  holdAmount: 'Zablokuj {amount}',
  nothingWasHeld: 'Niczego nie zablokowano',
  onlyStripeCanSay: 'Tylko Stripe może powiedzieć, jaki jest stan tej płatności. Prosimy otworzyć link ponownie za minutę.',
  stripeDoesNotAnswerJust: 'Stripe chwilowo nie odpowiada',
  theMoneyIsHeld: 'Środki są zablokowane',
  thereIsNothingToFinish: 'Nie ma tu nic do dokończenia',
  thisAttemptIsOverAnd:
    'Ta próba jest zakończona i nic nie blokuje. Strona zlecenia pokazuje, jak wygląda sytuacja i co można zrobić.',
  thisLinkDoesNotWork: 'Ten link już nie działa',
  yourBankHasConfirmedThat:
    'Bank potwierdził tożsamość. Nic więcej nie trzeba robić; tę stronę można zamknąć.',
  yourBanksCheckNeedsJavascript:
    'Weryfikacja w banku wymaga JavaScriptu. Prosimy go włączyć i otworzyć link ponownie.',
}
