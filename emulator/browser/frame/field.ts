import type { FieldError } from '../card/validation.ts'

/** One input of a frame: how it is named, written and checked. */
interface FieldSpec {
  name: string
  label: string
  autocomplete: AutoFill
  placeholder?: string
  inputMode?: 'numeric' | 'text' | 'email' | 'tel'
  /** False shows no label and no message inside the frame (the single-line card elements). */
  labelled: boolean
  value?: string
  format?: (typed: string, previous: string) => string
  /** What is wrong with the value, or null. Not asked for an optional field that is empty. */
  check: (value: string) => FieldError | null
  optional?: boolean
  /** A mistake that more typing cannot mend is shown at once instead of when the field is left. */
  isFinal?: (value: string) => boolean
}

/** A mounted field. */
export class Field {
  readonly root = document.createElement('div')
  readonly input = document.createElement('input')
  readonly #spec: FieldSpec
  readonly #message = document.createElement('p')
  readonly #changed: () => void
  #previous = ''
  #shown: FieldError | null = null

  constructor(spec: FieldSpec, changed: () => void) {
    this.#spec = spec
    this.#changed = changed
    this.root.className = `field field-${spec.name}`
    this.#buildInput()
    if (spec.labelled) this.#buildLabel()
    this.root.append(this.input)
    this.#message.className = 'error'
    this.#message.id = `${spec.name}-error`
    this.#message.setAttribute('role', 'alert')
    if (spec.labelled) this.root.append(this.#message)
    this.input.addEventListener('input', () => this.#typed())
    this.input.addEventListener('blur', () => this.#left())
  }

  get value(): string {
    return this.input.value.trim()
  }

  get empty(): boolean {
    return this.value === ''
  }

  /** What is wrong now, shown or not. */
  get problem(): FieldError | null {
    return this.empty && this.#spec.optional ? null : this.#spec.check(this.value)
  }

  get complete(): boolean {
    return this.problem === null
  }

  /** What the form shows as wrong: nothing until the payer left the field or pressed the button. */
  get shownError(): FieldError | null {
    return this.#shown
  }

  /** Shows what is wrong, or takes the message away; returns what is wrong. */
  validate(): FieldError | null {
    this.#show(this.problem)
    return this.#shown
  }

  clear(): void {
    this.input.value = ''
    this.#previous = ''
    this.#show(null)
    this.#changed()
  }

  #buildInput(): void {
    const { input } = this
    input.id = this.#spec.name
    input.name = this.#spec.name
    input.type = this.#spec.inputMode === 'email' ? 'email' : 'text'
    input.autocomplete = this.#spec.autocomplete
    input.placeholder = this.#spec.placeholder ?? ''
    input.inputMode = this.#spec.inputMode ?? 'text'
    input.spellcheck = false
    input.value = this.#spec.value ?? ''
    input.className = 'input'
    input.setAttribute('aria-invalid', 'false')
    if (!this.#spec.optional) input.setAttribute('aria-required', 'true')
    if (!this.#spec.labelled) input.setAttribute('aria-label', this.#spec.label)
  }

  #buildLabel(): void {
    const label = document.createElement('label')
    label.htmlFor = this.#spec.name
    label.textContent = this.#spec.label
    label.className = 'label'
    this.root.append(label)
  }

  #typed(): void {
    const { input } = this
    const { format } = this.#spec
    if (format) {
      const atEnd = input.selectionStart === input.value.length
      const digitsBefore = input.value.slice(0, input.selectionStart ?? 0).replace(/\D/g, '').length
      input.value = format(input.value, this.#previous)
      if (!atEnd) this.#putCaretAfterDigits(digitsBefore)
    }
    this.#previous = input.value
    const problem = this.problem
    const final = problem !== null && this.#spec.isFinal?.(this.value) === true
    this.#show(final ? problem : null)
    this.#changed()
  }

  #putCaretAfterDigits(digits: number): void {
    let seen = 0
    let at = 0
    while (at < this.input.value.length && seen < digits) {
      if (/\d/.test(this.input.value[at] ?? '')) seen += 1
      at += 1
    }
    this.input.setSelectionRange(at, at)
  }

  #left(): void {
    if (this.empty) return
    this.#show(this.problem)
    this.#changed()
  }

  #show(problem: FieldError | null): void {
    this.#shown = problem
    this.input.setAttribute('aria-invalid', String(problem !== null))
    this.#message.textContent = problem?.message ?? ''
    if (problem && this.#spec.labelled) this.input.setAttribute('aria-describedby', this.#message.id)
    else this.input.removeAttribute('aria-describedby')
  }
}
