import type { Translated } from '../../messages.ts'

export const ui: Translated<'ui'> = {
  asTheSystem: 'Jak w systemie',
  backToHoldfast: 'Powrót do Holdfast',
  close: 'Zamknij',
  dark: 'Ciemny',
  light: 'Jasny',
  noMoneyMovedBecauseOf:
    'Z tego powodu nie przelano żadnych pieniędzy. Prosimy spróbować ponownie; jeśli to nie pomoże, prosimy opisać nam, jak do tego doszło.',
  oneMoment: 'Chwileczkę…',
  optional: '(opcjonalnie)',
  referenceReference: 'Numer zgłoszenia {reference}',
  somethingWentWrongOnOur: 'Coś poszło nie tak po naszej stronie',
  theme: 'Motyw',
  tryAgain: 'Spróbuj ponownie',
}
