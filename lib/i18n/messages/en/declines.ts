export const declines = {
  theAmountIsOverA: 'The amount is over a limit that the bank set for this card. Use another card, or ask the bank to raise it.',
  theBankCouldNotAnswer: 'The bank could not answer just now. Nothing was held; try again in a minute.',
  theBankCouldNotConfirm: 'The bank could not confirm that it is you. Try again and complete the bank’s check, or use another card.',
  theBankDeclinedTheCard: 'The bank declined the card without a reason. Use another card, or ask the bank to allow this payment.',
  theBankDidNotAccept: 'The bank did not accept the card’s details. Remove the card, add it again with care, and retry.',
  theBankRefusesThisCard: 'The bank refuses this card. Use another one, and call the bank if that surprises you.',
  theCardDoesNotHave: 'The card does not have enough money or credit for this amount. Use another card, or try again after a top-up.',
  theCardHasExpiredAdd: 'The card has expired. Add its new edition, or use another card.',
  thisCardCannotBeUsed: 'This card cannot be used for this kind of payment. Use another card.',
} as const
