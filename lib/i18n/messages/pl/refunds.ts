import type { Translated } from '../../messages.ts'

export const refunds: Translated<'refunds'> = {
  askedForByEmployer: 'Na prośbę zleceniodawcy',
  notDelivered: 'Praca nie została oddana',
  notAsAgreed: 'Praca niezgodna z umową',
  chargedTwice: 'Podwójne obciążenie',
  fraud: 'Oszustwo',
  chooseReason: 'Prosimy wybrać powód.',
  noteTooLong: 'Najwyżej 500 znaków.',
  commissionNeedsShare: 'Prowizję można zwrócić tylko razem z częścią wykonawcy.',
  noPayment: 'Ta płatność nie istnieje.',
  amountInvalid: 'Prosimy wpisać kwotę jako liczbę większą od zera, na przykład 120 lub 120,50.',
  moreThanLeft: 'To więcej, niż pozostało do zwrotu. Prosimy odświeżyć stronę, aby zobaczyć, ile zostało.',
  nothingCaptured: 'Z karty jeszcze niczego nie pobrano. Zamiast tego można anulować zlecenie, aby zwolnić blokadę.',
  contractorShort: 'Saldo wykonawcy nie pokrywa jego części, więc Stripe odrzucił ten zwrot i żadne środki nie zostały przelane. Można wykonać zwrot bez cofania przelewu do wykonawcy, a jego część ściągnąć, gdy saldo na to pozwoli.',
  disputed: 'Bank zleceniodawcy odebrał te środki w drodze reklamacji, a Stripe nie zwraca ich drugi raz. Żadne środki nie zostały przelane. Przy reklamacji widać, co można zrobić.',
  transferShort: 'Część przelewu z tego zlecenia cofnięto już wcześniej i do cofnięcia zostało mniej. Można wykonać zwrot bez odbierania części wykonawcy, a potem ściągnąć ją od niego.',
  formReused: 'Ten formularz wysłano już z inną treścią. Prosimy odświeżyć stronę, aby zacząć od nowa.',
  refusedByStripe: 'Stripe odrzucił ten zwrot i żadne środki nie zostały przelane. Powód jest w logach serwera.',
  needsSecond: 'Takiej kwoty nie można zwrócić samodzielnie. Po złożeniu prośby zdecyduje inny administrator.',
  processing: 'Stripe jeszcze nie odpowiedział. Prosimy nie zwracać ponownie: wynik pojawi się tu w ciągu minuty.',
}
