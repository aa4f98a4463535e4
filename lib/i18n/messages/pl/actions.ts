import type { Translated } from '../../messages.ts'

export const actions: Translated<'actions'> = {
  unexpected:
    'Coś poszło nie tak po naszej stronie. Nic nie zginęło; prosimy spróbować ponownie. Numer zgłoszenia: {reference}',
  checkFields: 'Prosimy sprawdzić zaznaczone pola.',
  signedOut: 'Sesja wygasła. Prosimy zalogować się i spróbować ponownie.',
  onlyLooking: 'To tylko podgląd cudzych stron. Aby coś zrobić, prosimy najpierw zakończyć podgląd.',
  wrongRole: 'To konto nie ma do tego uprawnień.',
  notVerified:
    'Najpierw prosimy potwierdzić adres e-mail: otworzyć link z wiadomości od nas. Komunikat u góry strony pozwala wysłać ją ponownie.',
}
