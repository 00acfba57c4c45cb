import { useId } from 'react';

interface Props<K extends string> {
  label: string;
  words: Record<K, string>;
  value: K;
  onChange: (value: K) => void;
}

/** One of a few, side by side. */
export function Choice<K extends string>({ label, words, value, onChange }: Props<K>) {
  const name = useId();
  return (
    <fieldset className="segmented">
      <legend className="visually-hidden">{label}</legend>
      {(Object.entries(words) as [K, string][]).map(([key, text]) => (
        <label key={key}>
          <input type="radio" name={name} checked={key === value} onChange={() => onChange(key)} />
          <span>{text}</span>
        </label>
      ))}
    </fieldset>
  );
}
