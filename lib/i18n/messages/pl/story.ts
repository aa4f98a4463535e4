import type { Translated } from '../../messages.ts'

export const story: Translated<'story'> = {
  title:
    "Przejdź przez historię",
  about:
    "Stripe jest tu lokalny: pieniądze nie są prawdziwe, nic nie opuszcza tego komputera i wszystko można wypróbować. Zacząć można gdziekolwiek.",
  people:
    "Kto tu jest",
  peopleAbout:
    "Jedno naciśnięcie loguje. Ręcznie: hasło wszystkich to {password}; dwie przeglądarki pozwalają być dwiema osobami naraz.",
  signInAs:
    "Zaloguj jako {name}",
  signingIn:
    "Logowanie…",
  emmaIs:
    "zleceniodawca z zapisaną kartą",
  noahIs:
    "zleceniodawca bez karty",
  claraIs:
    "wykonawca, zweryfikowany",
  liamIs:
    "wykonawca, w trakcie weryfikacji",
  miaIs:
    "wykonawca, adres odrzucony przez Stripe",
  alexIs:
    "administrator, właściciel: wszystko",
  fionaIs:
    "administrator, finanse: wszystkie operacje na pieniądzach",
  samIs:
    "administrator, wsparcie: ogląda i zwraca małe kwoty",
  emmaTry:
    "Zatwierdzić oddaną pracę, odnowić blokadę środków, zacząć kolejny etap, zgłosić spór.",
  noahTry:
    "Zapisać kartę, zlecić pracę z ogłoszenia, zablokować środki z 3D Secure, zobaczyć odmowę.",
  claraTry:
    "Oddać pracę z zablokowanymi środkami, obejrzeć saldo, wypłacić, przeczytać zestawienie.",
  liamTry:
    "Przesłać oba dokumenty i zobaczyć, jak Stripe je weryfikuje.",
  miaTry:
    "Zobaczyć, co Stripe odrzucił, i wysłać to jeszcze raz.",
  alexTry:
    "Rozstrzygnąć spór, zwrócić część, ściągnąć od Clary, prześledzić każdy grosz.",
  fionaTry:
    "Rozpatrzyć duży zwrot, o który prosi Alex, jako drugi administrator.",
  samTry:
    "Zobaczyć, co widzi administrator, który niewiele może.",
  steps:
    "Co wypróbować, krok po kroku",
  orderTitle:
    "Noah: zlecić coś",
  orderWhat:
    "Otworzyć ogłoszenia, wybrać jedno z ogłoszeń Clary i zlecić pracę w cenie z ogłoszenia. Nic nie jest przy tym pobierane.",
  holdTitle:
    "Noah: zablokować środki",
  holdWhat:
    "Wpisać 4242 4242 4242 4242 z dowolną datą i CVC albo 4000 0025 0000 3155, aby trafić na weryfikację w banku. Zlecenie pokazuje, do kiedy trwa blokada.",
  deliverTitle:
    "Clara: oddać pracę",
  deliverWhat:
    "Clara dostaje wiadomość o blokadzie środków. Otworzyć zlecenie i oznaczyć jako oddane: otwarta strona Noaha pokaże to w ciągu sekundy.",
  approveTitle:
    "Noah: zatwierdzić",
  approveWhat:
    "Całość albo część. Środki są pobierane, część Clary w tym samym kroku trafia na jej saldo, a obie strony mają potwierdzenie.",
  daysTitle:
    "Zegar: niech miną dwa dni",
  daysWhat:
    "Poniżej. Zarobek Clary staje się dostępny: wtedy może wypłacić go do banku.",
  refundTitle:
    "Alex: zwrócić i ściągnąć",
  refundWhat:
    "Zwrócić część zleceniodawcy albo ściągnąć od wykonawcy; każde pokazuje najpierw, kto ile płaci. Potem obejrzeć każdy grosz zlecenia.",
  disagreeTitle:
    "Emma: zgłosić spór",
  disagreeWhat:
    "Poprosić administratora o rozstrzygnięcie. Nic nie dzieje się samo, dopóki Alex nie zdecyduje; obie strony dostają wiadomość.",
  endTitle:
    "Zegar: niech blokada środków się skończy",
  endWhat:
    "Poniżej. Emma i Clara dostają wiadomość; środki wracają na kartę albo dzieje się to, co Emma wcześniej wybrała.",
  clock:
    "Niech mija czas",
  clockAbout:
    "Zegar Stripe przesuwa się i dzieje się to, co na to czeka: środki stają się dostępne, blokady się kończą, wypłaty docierają, weryfikacje dobiegają końca.",
  clockNow:
    "Dla Stripe jest {at}.",
  clockNextEnd:
    "Najbliższa blokada kończy się {at}.",
  clockNoHold:
    "Teraz nie ma zablokowanych środków.",
  clockAway:
    "Lokalny Stripe teraz nie odpowiada.",
  pass:
    "Niech minie",
  anHour:
    "Godzina",
  aDay:
    "Dzień",
  twoDays:
    "Dwa dni",
  nextHold:
    "Do końca najbliższej blokady",
  move:
    "Przesuń zegar",
  moving:
    "Czas mija…",
  movedNothing:
    "Dla Stripe jest teraz {at} UTC. Nic się nie wydarzyło w zleceniach.",
  moved:
    "Dla Stripe jest teraz {at} UTC. {count, plural, one {# zdarzenie w zleceniach; jest poniżej.} few {# zdarzenia w zleceniach; najnowsze są poniżej.} many {# zdarzeń w zleceniach; najnowsze są poniżej.} other {# zdarzenia w zleceniach; najnowsze są poniżej.}}",
  happened:
    "Co wydarzyło się ostatnio",
  happenedTo:
    "<b>{what}</b>: zlecenie nr {number}, {title}",
  byItself:
    "Holdfast i Stripe",
  cards:
    "Karty",
  cardsAbout:
    "Dowolna przyszła data i dowolny CVC.",
  cardsCaption:
    "Karty lokalnego Stripe",
  number:
    "Numer",
  outcome:
    "Co się dzieje",
  cardWorks:
    "Działa.",
  cardAtOnce:
    "Działa, a środki są dostępne od razu, nie po dwóch dniach.",
  cardCheck:
    "Prosi o 3D Secure: bankiem, który decyduje, jest osoba przed ekranem.",
  cardLater:
    "Można ją zapisać, jest odrzucana przy obciążeniu.",
  cardDeclined:
    "Jest odrzucana przy zapisywaniu.",
  cardFunds:
    "Jest odrzucana: brak środków.",
  documents:
    "Dokumenty",
  documentsAbout:
    "Wykonawcy urodzonemu 1901-01-01, mieszkającemu pod address_full_match, Stripe wierzy; numer to 000000000.",
  documentsCaption:
    "Dokumenty dla lokalnego Stripe",
  sent:
    "Co jest wysyłane",
  docGood:
    "Dowolne ostre kolorowe zdjęcie",
  docGoodThen:
    "Przyjęte i zweryfikowane w kilka sekund.",
  docBlank:
    "Puste, bardzo małe lub to samo zdjęcie",
  docBlankThen:
    "Odrzucone przed wysłaniem, z podaniem przyczyny.",
  docDark:
    "Ciemne, nieostre lub czarno-białe zdjęcie",
  docDarkThen:
    "Pojawia się ostrzeżenie; mimo to można wysłać.",
  docExpired:
    "Zdjęcie, którego nazwa lub ostatnie bajty zawierają {mark}",
  docExpiredThen:
    "Stripe odrzuca je jako nieważne i prosi ponownie.",
  landing:
    "Ten Holdfast działa z lokalnym Stripe: pieniądze nie są prawdziwe.",
  notLocal:
    "Tu jest prawdziwy Stripe, a jego czas jest wspólny dla wszystkich.",
  nobody:
    "Tej osoby nie ma albo ma już inne hasło.",
  noHold:
    "Teraz nie ma zablokowanych środków. Po zablokowaniu można dojść do końca blokady.",
  noAnswer:
    "Lokalny Stripe nie odpowiada. Prosimy sprawdzić, czy działa, i spróbować ponownie.",
}
