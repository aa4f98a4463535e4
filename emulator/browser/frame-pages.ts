const HEAD = `<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="/elements/assets/frame.css">`

const TITLES: Record<string, string> = {
  payment: 'Secure payment input frame',
  card: 'Secure card payment input frame',
  cardNumber: 'Secure card number input frame',
  cardExpiry: 'Secure expiration date input frame',
  cardCvc: 'Secure CVC input frame',
  address: 'Secure address input frame',
  linkAuthentication: 'Secure email input frame',
}

/** The document of one element's frame, or null when there is no such element. */
export function elementPage(element: string): string | null {
  const title = TITLES[element]
  if (!title) return null
  return `<!doctype html><html lang="en"><head>${HEAD}<title>${title}</title>
<script src="/elements/assets/frame.js" defer></script></head>
<body data-element="${element}"><section id="element" aria-label="${title.replace(' frame', '')}"></section></body></html>`
}

/** The bank's 3D Secure page, shown over the shop's page or as a page of its own. */
export function challengePage(): string {
  return `<!doctype html><html lang="en"><head>${HEAD}<title>3D Secure 2 test page</title>
<script src="/elements/assets/challenge.js" defer></script></head>
<body><section class="challenge" aria-labelledby="title"><div class="card"><h1 id="title">3D Secure 2 test page</h1>
<p>This stands for the page of the bank that issued the card. Complete it to prove that you are the cardholder, or fail it.</p>
<p role="alert"></p>
<div class="buttons"><button type="button" class="complete" value="complete">Complete</button>
<button type="button" class="fail" value="fail">Fail</button></div></div></section></body></html>`
}
