import type { Translated } from '../../messages.ts'

export const accountMails: Translated<'accountMails'> = {
  frame: 'Guten Tag {name},',
  reset_passwordSubject: 'Neues Passwort wählen',
  reset_passwordText:
    'Jemand, hoffentlich Sie, hat ein neues Passwort für Ihr Konto angefordert. Mit diesem Link wählen Sie eines; er gilt einmal, 15 Minuten lang. Waren Sie es nicht, ist nichts zu tun: Ihr Passwort bleibt, wie es ist.',
  password_changedSubject: 'Ihr Passwort wurde geändert',
  password_changedText:
    'Das Passwort Ihres Kontos wurde soeben geändert, und alle, die mit dem alten angemeldet waren, sind abgemeldet. Waren Sie es nicht, wählen Sie sofort ein neues.',
  verify_emailSubject: 'Bestätigen Sie Ihre E-Mail-Adresse',
  verify_emailText:
    'Willkommen bei Holdfast. Mit diesem Link bestätigen Sie, dass dies Ihre E-Mail-Adresse ist; er gilt einen Tag. Danach können Sie Aufträge erteilen, Angebote machen und Geld erhalten. Haben nicht Sie sich registriert, ist nichts zu tun.',
  confirm_emailSubject: 'Bestätigen Sie Ihre neue E-Mail-Adresse',
  confirm_emailText:
    'Sie oder jemand, der Ihr Passwort kennt, möchte, dass dies ab jetzt die E-Mail-Adresse Ihres Kontos ist. Mit diesem Link bestätigen Sie es; er gilt einmal, eine Stunde lang. Bis dahin bleibt die alte Adresse.',
  email_changedSubject: 'Ihre E-Mail-Adresse wurde geändert',
  email_changedText:
    'Ihr Konto hat jetzt eine andere E-Mail-Adresse: Dorthin gehen E-Mails, und mit ihr melden Sie sich an. Waren Sie es nicht, schreiben Sie sofort an den Support.',
  second_factor_onSubject: 'Anmeldung in zwei Schritten ist eingeschaltet',
  second_factor_onText:
    'Ab jetzt wird beim Anmelden auch ein Code Ihrer Authenticator-App verlangt. Bewahren Sie die Wiederherstellungscodes dort auf, wo Sie sie ohne Telefon finden. Waren Sie es nicht, wählen Sie sofort ein neues Passwort und schreiben Sie an den Support.',
  second_factor_offSubject: 'Anmeldung in zwei Schritten ist ausgeschaltet',
  second_factor_offText:
    'Ab jetzt wird beim Anmelden nur noch Ihr Passwort verlangt. Waren Sie es nicht, wählen Sie sofort ein neues Passwort und schalten Sie die Anmeldung in zwei Schritten wieder ein.',
  recovery_code_usedSubject: 'Ein Wiederherstellungscode wurde benutzt',
  recovery_code_usedText:
    'Soeben wurde einer Ihrer Wiederherstellungscodes anstelle eines Codes Ihrer Authenticator-App benutzt. Er gilt nicht noch einmal. Waren Sie es nicht, wählen Sie sofort ein neues Passwort und neue Wiederherstellungscodes.',
  account_deletedSubject: 'Ihr Konto ist gelöscht',
  account_deletedText: 'Ihr Konto wurde soeben gelöscht, mit Name, Bild, Karten und Geräten. Aufträge und Belege bleiben in den Büchern, wie es das Gesetz verlangt. Dies ist die letzte E-Mail an diese Adresse. Waren Sie es nicht, schreiben Sie sofort an den Support.',
}
