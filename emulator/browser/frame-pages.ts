const HEAD = `<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="/elements/assets/frame.css">`

/** The title of each element's document, and the name of the landmark in it. */
const NAMES: Record<string, [title: string, landmark: string]> = {
  payment: ['Secure payment input frame', 'Secure payment fields'],
  card: ['Secure card payment input frame', 'Secure card fields'],
  cardNumber: ['Secure card number input frame', 'Secure number field'],
  cardExpiry: ['Secure expiration date input frame', 'Secure expiry field'],
  cardCvc: ['Secure CVC input frame', 'Secure code field'],
  address: ['Secure address input frame', 'Secure address fields'],
  linkAuthentication: ['Secure email input frame', 'Secure contact field'],
}

/** The document of one element's frame, or null when there is no such element. */
export function elementPage(element: string): string | null {
  const names = NAMES[element]
  if (!names) return null
  const [title, landmark] = names
  return `<!doctype html><html lang="en"><head>${HEAD}<title>${title}</title>
<script src="/elements/assets/frame.js" defer></script></head>
<body data-element="${element}"><section id="element" aria-label="${landmark}"></section></body></html>`
}

/** The bank's 3D Secure page, shown over the shop's page or as a page of its own. */
export function challengePage(): string {
  return `<!doctype html><html lang="en"><head>${HEAD}<title>3D Secure 2 test page</title>
<script src="/elements/assets/challenge.js" defer></script></head>
<body><section class="challenge" aria-labelledby="title"><div class="card">
<button type="button" class="close" value="close" aria-label="Close" disabled><span aria-hidden="true">×</span></button><h1 id="title">3D Secure 2 test page</h1>
<p>This stands for the page of the bank that issued the card. Complete it to prove that you are the cardholder, or fail it.</p>
<p role="alert"></p>
<div class="buttons"><button type="button" class="complete" id="test-source-authorize-3ds" value="complete" disabled>Complete</button>
<button type="button" class="fail" id="test-source-fail-3ds" value="fail" disabled>Fail</button></div></div></section></body></html>`
}
