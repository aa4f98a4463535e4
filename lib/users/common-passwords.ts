/** What guessers begin with. Anything shorter than 12 characters is refused anyway, so these are what gets padded. */
const STEMS = new Set(
  `password passwort motdepasse haslo contrasena passw0rd p4ssword p4ssw0rd pass word secret changeme change letmein
  let me in welcome welcomeback login admin administrator root user test tester testing guest master qwerty qwertyuiop
  qwertz qwertzuiop azerty azertyuiop asdf asdfgh asdfghjkl zxcvbn zxcvbnm qazwsx qazwsxedc qweasd qweasdzxc abc abcd
  abcdef abcdefgh abcdefghijkl iloveyou ilove loveyou lovely love you sunshine princess dragon monkey football baseball
  superman batman starwars trustno whatever shadow michael jordan freedom computer internet samsung google facebook
  holdfast stripe payments hello helloworld world hunter correct horse battery staple correcthorsebatterystaple
  default demo temp temporary access mypassword thisismypassword summer winter spring autumn january monday`.split(
    /\s+/,
  ),
)

const KEYBOARD_ROWS = [
  '01234567890123456789',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
]

const DISGUISES: Record<string, string> = {
  '@': 'a',
  '4': 'a',
  '3': 'e',
  '1': 'i',
  '!': 'i',
  '0': 'o',
  $: 's',
  '5': 's',
}

/** Whether a password is one that lists of leaked passwords are full of: a common word padded, repeated, or a sequence. */
export function isCommonPassword(password: string): boolean {
  const text = password.toLowerCase().replace(/[\s._\-!@#$%^&*+?]/g, '')
  if (new Set(text).size < 5) return true
  const letters = text.replace(/\d/g, '')
  return STEMS.has(letters) || STEMS.has(undisguised(password)) || isRepeated(letters) || isSequence(text)
}

/** "2026-P@ssw0rd!!" is "password": what pads it goes, what stands for a letter becomes it. */
function undisguised(password: string): string {
  const core = password.toLowerCase().replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '')
  return core.replace(/[@431!0$5]/g, sign => DISGUISES[sign] ?? '').replace(/[^\p{L}]/gu, '')
}

/** "passwordpassword", "abcabcabc": a short piece over and over. */
function isRepeated(letters: string): boolean {
  for (let size = 1; size <= letters.length / 2; size++) {
    const piece = letters.slice(0, size)
    if (piece.repeat(Math.ceil(letters.length / size)).startsWith(letters))
      return size <= 4 || STEMS.has(piece)
  }
  return false
}

/** Runs along a row of the keyboard, either way. */
function isSequence(text: string): boolean {
  return KEYBOARD_ROWS.some(row => row.includes(text) || [...row].reverse().join('').includes(text))
}
