const STYLE =
  'body{font:16px/1.5 system-ui,sans-serif;margin:0;background:#f6f8fa;color:#1a1f36}main{max-width:34rem;margin:2rem auto;padding:2rem;background:#fff;border-radius:12px;box-shadow:0 2px 8px #0001}h1{font-size:1.4rem;margin-top:0}label{display:block;margin-top:1rem;font-weight:600}input,select{display:block;width:100%;box-sizing:border-box;margin-top:.25rem;padding:.6rem;border:1px solid #8792a2;border-radius:6px;font:inherit}input[type=checkbox]{display:inline;width:auto;margin-right:.5rem}button{margin:1.5rem .5rem 0 0;padding:.7rem 1.2rem;border:0;border-radius:6px;background:#4f46c8;color:#fff;font:inherit;font-weight:600}button.later{background:#e3e8ee;color:#1a1f36}:focus-visible{outline:3px solid #7a73ff;outline-offset:2px}[role=alert]{padding:.8rem;border-radius:6px;background:#fdecea;color:#8a1020}'

const WORDS: Record<string, string> = {
  'business_profile.mcc': 'Merchant category code (4 digits)',
  'business_profile.url': 'Website',
  id_number: 'Identification number',
  line1: 'Street and number',
  mcc: 'Merchant category code (4 digits)',
  ssn_last_4: 'Last 4 digits of the social security number',
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}

function labelOf(path: string): string {
  const steps = path.split('.')
  const last = steps.at(-1) ?? ''
  const known = WORDS[path] ?? WORDS[last]
  const dob = steps.at(-2) === 'dob' ? 'Birthday: ' : ''
  const owner = /^(owners|directors|executives|representative|company)$/.exec(steps[0] ?? '')?.[0]
  const words = known ?? `${dob}${last.replaceAll('_', ' ')}`
  const whole = owner ? `${owner.replace(/s$/, '')}: ${words}` : words
  return whole.charAt(0).toUpperCase() + whole.slice(1)
}

function input(name: string, label: string, attributes = 'type="text"'): string {
  const id = escaped(name)
  return `<label for="${id}">${escaped(label)}</label><input id="${id}" name="${id}" ${attributes}>`
}

function fieldOf(path: string): string {
  if (path === 'external_account')
    return (
      input('bank.routing_number', 'Bank: routing number or sort code (none for an IBAN)') +
      input('bank.account_number', 'Bank: account number or IBAN')
    )
  if (path === 'business_type') {
    const types = ['individual', 'company', 'non_profit', 'government_entity']
    const options = types.map(type => `<option value="${type}">${type.replaceAll('_', ' ')}</option>`)
    return `<label for="business_type">Type of business</label><select id="business_type" name="business_type">${options.join('')}</select>`
  }
  if (path === 'tos_acceptance.date')
    return '<label><input type="checkbox" name="accepted" value="true">I accept the terms of service</label>'
  if (path === 'tos_acceptance.ip') return ''
  if (/_provided$|\.relationship\.executive$/.test(path))
    return `<label><input type="checkbox" name="${escaped(path)}" value="true">${escaped(labelOf(path))}</label>`
  if (/\.verification\.(additional_)?document$/.test(path)) {
    const accept = 'type="file" accept="image/jpeg,image/png,application/pdf"'
    return (
      input(`${path}.front`, `${labelOf(path)}: front`, accept) +
      input(`${path}.back`, `${labelOf(path)}: back (if it has one)`, accept)
    )
  }
  return input(path, labelOf(path))
}

/** The page on which what an account lacks is typed in. Works without scripts. */
export function page(due: string[], problem: string | null): string {
  const alert = problem === null ? '' : `<p role="alert">${escaped(problem)}</p>`
  const intro = due.length > 0 ? 'Please give the following.' : 'Nothing more is needed.'
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Account details</title><style>${STYLE}</style></head><body><main><h1>Account details</h1>${alert}<p>${intro}</p><form method="post" enctype="multipart/form-data">${due.map(fieldOf).join('')}<button>Submit</button><button class="later" name="later" value="true" formnovalidate>Save for later</button></form></main></body></html>`
}
