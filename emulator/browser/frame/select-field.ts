/** A labelled drop-down of the frame (country). */
export class SelectField {
  readonly root = document.createElement('div')
  readonly select = document.createElement('select')

  constructor(
    spec: {
      name: string
      label: string
      autocomplete: AutoFill
      options: Record<string, string>
      value: string
    },
    changed: () => void,
  ) {
    this.root.className = `field field-${spec.name}`
    const label = document.createElement('label')
    label.htmlFor = spec.name
    label.textContent = spec.label
    label.className = 'label'
    this.select.id = spec.name
    this.select.name = spec.name
    this.select.autocomplete = spec.autocomplete
    this.select.className = 'input'
    for (const [value, text] of Object.entries(spec.options)) this.select.append(new Option(text, value))
    this.select.value = spec.value
    this.select.addEventListener('change', changed)
    this.root.append(label, this.select)
  }

  get value(): string {
    return this.select.value
  }
}
