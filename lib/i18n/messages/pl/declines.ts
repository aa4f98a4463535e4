import type { Translated } from '../../messages.ts'

export const declines: Translated<'declines'> = {
  theAmountIsOverA: 'Kwota przekracza limit ustalony przez bank dla tej karty. Prosimy użyć innej karty albo poprosić bank o jego podniesienie.',
  theBankCouldNotAnswer: 'Bank nie mógł teraz odpowiedzieć. Niczego nie zablokowano; prosimy spróbować za minutę.',
  theBankCouldNotConfirm: 'Bank nie mógł potwierdzić tożsamości. Prosimy spróbować ponownie i dokończyć weryfikację albo użyć innej karty.',
  theBankDeclinedTheCard: 'Bank odrzucił kartę bez podania przyczyny. Prosimy użyć innej karty albo poprosić bank o zgodę na tę płatność.',
  theBankDidNotAccept: 'Bank nie przyjął danych karty. Prosimy usunąć kartę, dodać ją uważnie jeszcze raz i ponowić próbę.',
  theBankRefusesThisCard: 'Bank odrzuca tę kartę. Prosimy użyć innej, a w razie wątpliwości zadzwonić do banku.',
  theCardDoesNotHave: 'Na karcie brakuje środków lub limitu na tę kwotę. Prosimy użyć innej karty albo spróbować po doładowaniu.',
  theCardHasExpiredAdd: 'Karta straciła ważność. Prosimy dodać jej nową wersję albo użyć innej karty.',
  thisCardCannotBeUsed: 'Tej karty nie można użyć do takiej płatności. Prosimy użyć innej karty.',
}
