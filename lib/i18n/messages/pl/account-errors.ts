import type { Translated } from '../../messages.ts'

export const accountErrors: Translated<'accountErrors'> = {
  resetLinkOver: 'Ten link już nie działa: został użyty albo ma ponad 15 minut. Można poprosić o nowy.',
  linkOver: 'Ten link już nie działa: został użyty, jest za stary albo po nim wysłano kolejny.',
  containsAddress: 'To hasło łatwo zgadnąć. Prosimy nie używać w nim adresu e-mail.',
  wrongPassword: 'To nie jest hasło do tego konta. Prosimy sprawdzić i spróbować ponownie.',
  tooManyTries: 'Zbyt wiele prób. Prosimy odczekać chwilę i spróbować ponownie.',
  tooManyCodes: 'Zbyt wiele prób. Prosimy odczekać kwadrans i spróbować ponownie.',
  tooOften: 'Zbyt wiele próśb. Prosimy spróbować za godzinę.',
  wrongCode:
    'Ten kod się nie zgadza albo był już użyty. Prosimy poczekać na następny; jeśli i on się nie zgadza, sprawdzić zegar urządzenia.',
  alreadyOn: 'Logowanie dwuetapowe jest już włączone. Prosimy odświeżyć stronę.',
  notOn: 'Logowanie dwuetapowe jest już wyłączone. Prosimy odświeżyć stronę.',
  offerOver: 'Konfigurację rozpoczęto zbyt dawno. Prosimy odświeżyć stronę i zacząć od nowa.',
  challengeOver: 'Trwało to zbyt długo. Prosimy zalogować się ponownie hasłem.',
  secondFactorNeeded:
    'To konto wymaga też kodu z aplikacji uwierzytelniającej. Prosimy zalogować się tym formularzem.',
  emailTaken: 'Istnieje już inne konto z tym adresem e-mail.',
  sameEmail: 'To już jest adres tego konta.',
  verifiedAlready: 'Adres e-mail jest już potwierdzony. Prosimy odświeżyć stronę.',
  pictureTooLarge: 'To zdjęcie ma ponad 8 MB. Prosimy wybrać mniejsze.',
  noPicture: 'Najpierw prosimy wybrać zdjęcie.',
  pictureCutOff: 'Zdjęcie nie dotarło w całości. Prosimy wysłać je ponownie.',
  notAPicture: 'Tego zdjęcia nie da się odczytać. Prosimy wybrać plik JPEG, PNG lub WebP.',
  pictureTooSmall: 'To zdjęcie jest mniejsze niż 128 × 128 pikseli. Prosimy wybrać większe.',
}
