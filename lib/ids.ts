/** Every prefix of ours; none is a prefix of Stripe's. */
export type IdPrefix =
  | 'usr'
  | 'ses'
  | 'cst'
  | 'cac'
  | 'tac'
  | 'doc'
  | 'psn'
  | 'cse'
  | 'crd'
  | 'ord'
  | 'oev'
  | 'pay'
  | 'rfd'
  | 'rec'
  | 'col'
  | 'dsp'
  | 'rtr'
  | 'svw'
  | 'pyt'
  | 'psc'
  | 'obj'
  | 'sev'
  | 'aud'
  | 'ltx'
  | 'pst'
  | 'dsc'
  | 'ntf'
  | 'aml'
  | 'sic'
  | 'lst'
  | 'msg'
  | 'fil'
  | 'ofr'
  | 'prj'
  | 'dsg'
  | 'apr'
  | 'cmr'
  | 'evi'
  | 'fwn'
  | 'cor'

/** Hexadecimal chance, from the source that browsers have as well. */
function randomHex(bytes: number): string {
  const chance = crypto.getRandomValues(new Uint8Array(bytes))
  return Array.from(chance, byte => byte.toString(16).padStart(2, '0')).join('')
}

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'
let lastTime = 0
let sequence = 0

function base32(value: bigint, length: number): string {
  let text = ''
  for (let rest = value, i = 0; i < length; i++, rest >>= 5n) text = ALPHABET[Number(rest & 31n)] + text
  return text
}

/** Chance for many ids, asked of the system at once: asking for each id costs more than all the rest of making it. */
let chance = new DataView(new ArrayBuffer(0))
let chanceUsed = 0

function nextChance(): bigint {
  if (chanceUsed === chance.byteLength) {
    chance = new DataView(crypto.getRandomValues(new Uint8Array(4096)).buffer)
    chanceUsed = 0
  }
  chanceUsed += 8
  return chance.getBigUint64(chanceUsed - 8)
}

/**
 * A new id, `<prefix>_<26 characters>`: 48 bits of time in milliseconds, 16 of a sequence and 64 of chance, so that ids
 * made later in one process sort later and nobody can guess one.
 */
export function newId(prefix: IdPrefix): string {
  const time = Math.max(Date.now(), lastTime)
  sequence = time === lastTime ? sequence + 1 : 0
  lastTime = time
  const head = (BigInt(time) << 16n) | BigInt(sequence & 0xffff)
  return `${prefix}_${base32((head << 64n) | nextChance(), 26)}`
}

/** A key that a form carries, so that submitting it again is the same operation. 128 bits. */
export function newRequestKey(): string {
  return `req_${randomHex(16)}`
}
