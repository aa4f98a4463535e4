import type { Translated } from '../../messages.ts'

export const accountMails: Translated<'accountMails'> = {
  frame: 'Dzień dobry, {name}!',
  reset_passwordSubject: 'Nowe hasło do konta',
  reset_passwordText:
    'Ktoś, zapewne właściciel konta, poprosił o nowe hasło do konta. Ten link pozwala je wybrać; działa raz, przez 15 minut. Jeśli prośba przyszła od kogoś innego, nic nie trzeba robić: hasło pozostaje bez zmian.',
  password_changedSubject: 'Hasło zostało zmienione',
  password_changedText:
    'Hasło do konta zostało właśnie zmienione, a wszyscy zalogowani starym hasłem zostali wylogowani. Jeśli to ktoś inny, prosimy od razu wybrać nowe.',
  verify_emailSubject: 'Prosimy potwierdzić adres e-mail',
  verify_emailText:
    'Witamy w Holdfast. Ten link potwierdza adres e-mail; działa przez dobę. Potem można zlecać, składać oferty i otrzymywać zapłatę. Jeśli konto założył ktoś inny, nic nie trzeba robić.',
  confirm_emailSubject: 'Prosimy potwierdzić nowy adres e-mail',
  confirm_emailText:
    'Właściciel konta albo ktoś, kto zna hasło, chce, aby odtąd był to adres e-mail konta. Ten link go potwierdza; działa raz, przez godzinę. Do tego czasu obowiązuje dotychczasowy adres.',
  email_changedSubject: 'Adres e-mail został zmieniony',
  email_changedText:
    'Konto ma teraz inny adres e-mail: na niego przychodzą wiadomości i on służy do logowania. Jeśli zmienił go ktoś inny, prosimy od razu napisać do pomocy technicznej.',
  second_factor_onSubject: 'Logowanie dwuetapowe jest włączone',
  second_factor_onText:
    'Odtąd przy logowaniu potrzebny jest też kod z aplikacji uwierzytelniającej. Kody zapasowe warto trzymać tam, gdzie będą dostępne bez telefonu. Jeśli włączył to ktoś inny, prosimy od razu wybrać nowe hasło i napisać do pomocy technicznej.',
  second_factor_offSubject: 'Logowanie dwuetapowe jest wyłączone',
  second_factor_offText:
    'Odtąd do zalogowania wystarczy samo hasło. Jeśli wyłączył to ktoś inny, prosimy od razu wybrać nowe hasło i włączyć je ponownie.',
  recovery_code_usedSubject: 'Użyto kodu zapasowego',
  recovery_code_usedText:
    'Właśnie użyto kodu zapasowego zamiast kodu z aplikacji uwierzytelniającej. Drugi raz nie zadziała. Jeśli użył go ktoś inny, prosimy od razu wybrać nowe hasło i nowe kody zapasowe.',
  account_deletedSubject: 'Konto zostało usunięte',
  account_deletedText: 'Konto zostało właśnie usunięte, wraz z imieniem, zdjęciem, kartami i urządzeniami. Zlecenia i potwierdzenia zostają w księgach, jak wymaga prawo. To ostatnia wiadomość na ten adres. Jeśli usunął je ktoś inny, prosimy od razu napisać do pomocy technicznej.',
}
