import type { Translated } from '../../messages.ts'

export const fields: Translated<'fields'> = {
  atLeastMinCharacters:
    '{min, plural, one {Co najmniej # znak.} few {Co najmniej # znaki.} many {Co najmniej # znaków.} other {Co najmniej # znaku.}}',
  atLeastOneDay: 'Co najmniej jeden dzień.',
  atMost90Days: 'Najwyżej 90 dni.',
  atMostMaxCharacters:
    '{max, plural, one {Najwyżej # znak.} few {Najwyżej # znaki.} many {Najwyżej # znaków.} other {Najwyżej # znaku.}}',
  reloadThePageAndTry: 'Prosimy odświeżyć stronę i spróbować ponownie.',
  theLeastThatCanBe: 'Najmniejsza kwota, jaką można pobrać, to {least}.',
  thisFormWasAlreadySent:
    'Ten formularz wysłano już z inną treścią i została ona przyjęta. Prosimy odświeżyć stronę, aby przejść dalej.',
  thisIsMoreThanOne: 'To więcej, niż można zablokować jedną płatnością kartą.',
  thisPageIsOutOf: 'Ta strona jest nieaktualna. Prosimy ją odświeżyć i spróbować ponownie.',
  writeANumberOfDays: 'Prosimy podać liczbę dni.',
  writeTheAmountAsA: 'Prosimy wpisać kwotę jako liczbę, na przykład 120 lub 120,50.',
  writeWholeDays: 'Prosimy podać pełne dni.',
}
