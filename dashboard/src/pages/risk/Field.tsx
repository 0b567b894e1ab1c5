interface Props {
  label: string;
  value: string;
  onInput: (value: string) => void;
  /** Not to be read over a shoulder. */
  secret?: boolean;
  placeholder?: string;
}

/** A field with its name above. */
export function Field({ label, value, onInput, secret = false, placeholder = '' }: Props) {
  const common = {
    value,
    placeholder,
    autoComplete: 'off',
    spellcheck: false,
    onInput: (event: { currentTarget: HTMLInputElement }) => onInput(event.currentTarget.value),
  } as const;
  return (
    <label class="field">
      <span>{label}</span>
      {secret ? <input type="password" {...common} /> : <input type="text" {...common} />}
    </label>
  );
}
