import type { Translated } from '../../messages.ts'

export const contractorTerms: Translated<'contractorTerms'> = {
  title: 'Warunki dla wykonawców',
  heading: 'Warunki Holdfast dla wykonawców',
  version: 'Wersja {version}',
  back: 'Wróć do weryfikacji',
  paid: 'Jak wygląda zapłata',
  paidText: 'Gdy praca zostaje zlecona, na karcie zleceniodawcy blokujemy środki, a pobieramy je, gdy praca zostaje zatwierdzona. Kwota, pomniejszona o prowizję, którą każde zlecenie pokazuje przed rozpoczęciem pracy, trafia na saldo w Stripe. Do chwili pobrania blokada jest obietnicą banku, który wydał kartę, i może wygasnąć; zlecenie pokazuje, do kiedy obowiązuje.',
  debits: 'Nasze prawo do obciążenia salda',
  debitsText: 'Wykonawca pozwala Holdfast ściągać środki z salda wykonawcy w Stripe: gdy zleceniodawca otrzymuje zwrot, gdy płatność kartą została zareklamowana w banku i reklamacja przegrana, gdy wykonawcy zapłacono przez pomyłkę lub za dużo oraz gdy wykonawca jest winien Holdfast opłatę, na którą się zgodził. Możemy to zrobić, cofając przelew lub obciążając konto, także po zakończeniu zlecenia. Każde obciążenie jest widoczne na saldzie wraz z powodem.',
  belowZero: 'Saldo poniżej zera',
  belowZeroText: 'Jeśli ściągniemy więcej, niż jest na saldzie, spadnie ono poniżej zera. Późniejsze zarobki najpierw je wyrównują, a tam, gdzie pozwala na to prawo kraju wykonawcy, Stripe może obciążyć konto bankowe pozostałą kwotą.',
  tellUs: 'Jakie dane przekazuje wykonawca',
  tellUsText: 'Wykonawca podaje prawdziwe dane i własne dokumenty. Przekazujemy je Stripe, który musi je sprawdzić zgodnie z prawem. Zachowujemy informację, że i kiedy przesłano dokument, nigdy sam dokument; nigdy też numery konta bankowego.',
  languages: 'Która wersja językowa obowiązuje',
  languagesText: 'Wiążący jest tekst angielski; pokazuje go zmiana języka strony. Ten tekst polski jest tłumaczeniem, które ma ułatwić lekturę; jeśli mówi co innego, rozstrzyga tekst angielski. Prawa, które daje bezwzględnie obowiązujące prawo kraju zamieszkania wykonawcy, pozostają nienaruszone.',
  changes: 'Zmiany',
  changesText: 'Gdy ten tekst się zmieni, poprosimy o zaakceptowanie nowej wersji. Do tego czasu obowiązuje między nami wersja, która została zaakceptowana ostatnio.',
}
