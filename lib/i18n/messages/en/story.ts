export const story = {
  title:
    "Play the story",
  about:
    "Stripe is a local one: no money is real, nothing leaves this machine, and everything can be tried. Begin anywhere.",
  people:
    "Who there is",
  peopleAbout:
    "One press signs you in. By hand, everybody’s password is {password}; two browsers let you be two people at once.",
  signInAs:
    "Sign in as {name}",
  signingIn:
    "Signing in…",
  emmaIs:
    "employer with a saved card",
  noahIs:
    "employer without a card",
  claraIs:
    "contractor, verified",
  liamIs:
    "contractor, half onboarded",
  miaIs:
    "contractor, address refused by Stripe",
  alexIs:
    "admin, owner: everything",
  fionaIs:
    "admin, finance: all that moves money",
  samIs:
    "admin, support: looks, and refunds a little",
  emmaTry:
    "Approve the delivered order, renew a hold, start the next milestone, disagree.",
  noahTry:
    "Save a card, order from a listing, hold with 3D Secure, see a decline.",
  claraTry:
    "Deliver the held order, look at the balance, pay out, read a statement.",
  liamTry:
    "Upload the two documents and watch Stripe verify them.",
  miaTry:
    "See what Stripe refused, and send it once more.",
  alexTry:
    "Decide the disagreement, refund a part, recover from Clara, read every cent.",
  fionaTry:
    "Answer a large refund that Alex asks for, as the second admin.",
  samTry:
    "See what an admin sees who may not move much.",
  steps:
    "What to try, step by step",
  orderTitle:
    "Noah: order something",
  orderWhat:
    "Open Listings, choose one of Clara’s and order it at its price. Nothing is taken by that.",
  holdTitle:
    "Noah: hold the money",
  holdWhat:
    "Enter 4242 4242 4242 4242 with any date and CVC, or 4000 0025 0000 3155 to meet a bank’s check. The order shows until when it is held.",
  deliverTitle:
    "Clara: deliver",
  deliverWhat:
    "She is told that the money is held. Open the order and mark it as delivered: Noah’s open page shows it within a second.",
  approveTitle:
    "Noah: approve",
  approveWhat:
    "All of it or a part. The hold is captured, Clara’s share is in her balance in the same step, and both have a receipt.",
  daysTitle:
    "The clock: let two days pass",
  daysWhat:
    "Below. What Clara earned becomes available: then she can pay it out to her bank.",
  refundTitle:
    "Alex: refund and recover",
  refundWhat:
    "Give the employer a part back, or take money back from the contractor; each shows beforehand who pays what. Then look at every cent of the order.",
  disagreeTitle:
    "Emma: disagree",
  disagreeWhat:
    "Ask an admin to decide on an order. Nothing happens by itself until Alex has; both parties are told.",
  endTitle:
    "The clock: let a hold come to its end",
  endWhat:
    "Below. Emma and Clara are told; the money goes back to the card, or what Emma chose beforehand happens.",
  clock:
    "Let time pass",
  clockAbout:
    "Stripe’s clock moves, and what falls due happens: money becomes available, holds end, payouts arrive, checks finish.",
  clockNow:
    "For Stripe it is {at}.",
  clockNextEnd:
    "The next hold ends {at}.",
  clockNoHold:
    "No money is held just now.",
  clockAway:
    "The local Stripe does not answer just now.",
  pass:
    "Let pass",
  anHour:
    "An hour",
  aDay:
    "A day",
  twoDays:
    "Two days",
  nextHold:
    "Until the next hold’s end",
  move:
    "Move the clock",
  moving:
    "Time passes…",
  movedNothing:
    "For Stripe it is now {at} UTC. Nothing happened to an order.",
  moved:
    "For Stripe it is now {at} UTC. {count, plural, one {# thing happened to orders; it is below.} other {# things happened to orders; the newest are below.}}",
  happened:
    "What happened last",
  happenedTo:
    "<b>{what}</b>: order #{number}, {title}",
  byItself:
    "Holdfast and Stripe",
  cards:
    "Cards",
  cardsAbout:
    "Any date in the future and any CVC.",
  cardsCaption:
    "Cards of the local Stripe",
  number:
    "Number",
  outcome:
    "What happens",
  cardWorks:
    "Works.",
  cardAtOnce:
    "Works, and the money is available at once rather than after two days.",
  cardCheck:
    "Asks for 3D Secure: you are the bank, and decide.",
  cardLater:
    "Can be saved, is declined when charged.",
  cardDeclined:
    "Is declined when it is saved.",
  cardFunds:
    "Is declined: insufficient funds.",
  documents:
    "Documents",
  documentsAbout:
    "A contractor born on 1901-01-01 who lives at address_full_match is believed; the number is 000000000.",
  documentsCaption:
    "Documents for the local Stripe",
  sent:
    "What you send",
  docGood:
    "Any sharp colour photo",
  docGoodThen:
    "Is accepted, and verified within seconds.",
  docBlank:
    "A blank, a tiny or the same picture again",
  docBlankThen:
    "Is refused before it is sent, with the reason.",
  docDark:
    "A dark, blurred or colourless photo",
  docDarkThen:
    "Is warned of; it can be sent all the same.",
  docExpired:
    "A photo whose name or last bytes say {mark}",
  docExpiredThen:
    "Stripe refuses it as expired, and asks again.",
  landing:
    "This Holdfast runs with a local Stripe: no money is real.",
  notLocal:
    "There is a real Stripe here, and its time is everybody’s.",
  nobody:
    "This person is not there, or has another password by now.",
  noHold:
    "No money is held just now. Hold some, then its end can be reached.",
  noAnswer:
    "The local Stripe does not answer. Look whether it runs, then try again.",
} as const
