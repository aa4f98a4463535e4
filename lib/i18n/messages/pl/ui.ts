import type { Translated } from '../../messages.ts'

export const ui: Translated<'ui'> = {
  asTheSystem: 'Jak w systemie',
  backToHoldfast: 'Powrót do Holdfast',
  close: 'Zamknij',
  dark: 'Ciemny',
  light: 'Jasny',
  mayHaveBeenDone:
    'Nie udało się wyświetlić tej strony. Jeśli przed chwilą coś zostało zatwierdzone, mogło to już zostać wykonane: prosimy to sprawdzić przed ponowieniem. Jeśli błąd się powtarza, prosimy opisać nam, jak do niego doszło.',
  noAnswerCame:
    'Nie nadeszła odpowiedź, więc nie wiadomo, czy to zostało wykonane. Prosimy spróbować ponownie: zostanie to wykonane tylko raz. Jeśli odpowiedź znów nie nadejdzie, prosimy odświeżyć stronę.',
  oneMoment: 'Chwileczkę…',
  optional: '(opcjonalnie)',
  referenceReference: 'Numer zgłoszenia {reference}',
  somethingWentWrongOnOur: 'Coś poszło nie tak po naszej stronie',
  theme: 'Motyw',
  tryAgain: 'Spróbuj ponownie',
}
