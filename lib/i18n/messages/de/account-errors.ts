import type { Translated } from '../../messages.ts'

export const accountErrors: Translated<'accountErrors'> = {
  resetLinkOver:
    'Dieser Link gilt nicht mehr: Er wurde benutzt oder ist älter als 15 Minuten. Fordern Sie einen neuen an.',
  linkOver:
    'Dieser Link gilt nicht mehr: Er wurde benutzt, ist zu alt, oder es wurde danach ein weiterer gesendet.',
  containsAddress: 'Dieses Passwort ist zu leicht zu erraten. Es darf Ihre E-Mail-Adresse nicht enthalten.',
  wrongPassword: 'Das ist nicht Ihr Passwort. Prüfen Sie es und versuchen Sie es erneut.',
  tooManyTries: 'Zu viele Versuche. Warten Sie eine Weile und versuchen Sie es dann erneut.',
  tooManyCodes: 'Zu viele Versuche. Warten Sie eine Viertelstunde und versuchen Sie es dann erneut.',
  tooOften: 'Das wurde zu oft angefordert. Versuchen Sie es in einer Stunde erneut.',
  wrongCode:
    'Dieser Code stimmt nicht oder wurde schon benutzt. Warten Sie auf den nächsten; stimmt auch er nicht, prüfen Sie die Uhr Ihres Geräts.',
  alreadyOn: 'Die Anmeldung in zwei Schritten ist schon eingeschaltet. Laden Sie die Seite neu.',
  notOn: 'Die Anmeldung in zwei Schritten ist schon ausgeschaltet. Laden Sie die Seite neu.',
  offerOver:
    'Diese Einrichtung wurde vor zu langer Zeit begonnen. Laden Sie die Seite neu und beginnen Sie von vorn.',
  challengeOver: 'Das hat zu lange gedauert. Melden Sie sich erneut mit Ihrem Passwort an.',
  secondFactorNeeded:
    'Dieses Konto verlangt auch einen Code der Authenticator-App. Melden Sie sich mit diesem Formular an.',
  emailTaken: 'Inzwischen gibt es ein anderes Konto mit dieser E-Mail-Adresse.',
  sameEmail: 'Das ist bereits Ihre E-Mail-Adresse.',
  verifiedAlready: 'Ihre E-Mail-Adresse ist schon bestätigt. Laden Sie die Seite neu.',
  pictureTooLarge: 'Dieses Bild ist größer als 8 MB. Wählen Sie ein kleineres.',
  noPicture: 'Wählen Sie zuerst ein Bild.',
  pictureCutOff: 'Das Bild ist nicht vollständig angekommen. Senden Sie es erneut.',
  notAPicture: 'Dieses Bild lässt sich nicht lesen. Wählen Sie eine JPEG-, PNG- oder WebP-Datei.',
  pictureTooSmall: 'Dieses Bild ist kleiner als 128 × 128 Pixel. Wählen Sie ein größeres.',
}
