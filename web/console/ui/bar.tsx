/** A share of a whole as a bar; the number itself stands beside it. */
export function Bar({
  label,
  value,
  max,
  tone = 'accent',
}: {
  label: string;
  value: number;
  max: number;
  tone?: 'accent' | 'warn' | 'bad';
}) {
  const share = max > 0 ? Math.min(Math.max(value / max, 0), 1) : 0;
  return (
    // biome-ignore lint/a11y/useSemanticElements: the meter element cannot be styled alike in all browsers
    <div className={`bar bar-${tone}`} role="meter" aria-label={label} aria-valuemin={0} aria-valuemax={max} aria-valuenow={value}>
      <div style={{ inlineSize: `${share * 100}%` }} />
    </div>
  );
}
