import type { Translated } from '../../messages.ts'

export const declines: Translated<'declines'> = {
  theAmountIsOverA: 'Der Betrag liegt über einem Limit, das die Bank für diese Karte gesetzt hat. Nehmen Sie eine andere Karte oder bitten Sie die Bank, es zu erhöhen.',
  theBankCouldNotAnswer: 'Die Bank konnte gerade nicht antworten. Es wurde nichts reserviert; versuchen Sie es in einer Minute erneut.',
  theBankCouldNotConfirm: 'Die Bank konnte nicht bestätigen, dass Sie es sind. Versuchen Sie es erneut und schließen Sie die Prüfung ab, oder nehmen Sie eine andere Karte.',
  theBankDeclinedTheCard: 'Die Bank hat die Karte ohne Angabe eines Grundes abgelehnt. Nehmen Sie eine andere Karte oder bitten Sie die Bank, diese Zahlung zu erlauben.',
  theBankDidNotAccept: 'Die Bank hat die Kartendaten nicht akzeptiert. Entfernen Sie die Karte, fügen Sie sie sorgfältig neu hinzu und versuchen Sie es erneut.',
  theBankRefusesThisCard: 'Die Bank lehnt diese Karte ab. Nehmen Sie eine andere und rufen Sie die Bank an, falls Sie das überrascht.',
  theCardDoesNotHave: 'Auf der Karte ist für diesen Betrag nicht genug Guthaben oder Kredit. Nehmen Sie eine andere Karte oder versuchen Sie es nach dem Aufladen erneut.',
  theCardHasExpiredAdd: 'Die Karte ist abgelaufen. Fügen Sie die neue hinzu oder nehmen Sie eine andere Karte.',
  thisCardCannotBeUsed: 'Diese Karte kann für diese Art von Zahlung nicht verwendet werden. Nehmen Sie eine andere Karte.',
}
