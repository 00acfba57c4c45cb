/** Terms as typed, separated by commas or lines: trimmed, lower case, each once. Pure. */
export function termsOf(text: string): string[] {
  const terms = text.split(/[,;\n]/).map((term) => term.trim().toLowerCase());
  return [...new Set(terms.filter(Boolean))];
}

interface Goal {
  text: string;
  source: string;
}

export const goalsText = (goals: Goal[]) => goals.map((goal) => goal.text).join('\n');

/** Goals as typed, one a line. One that was there before keeps its source; a new one was said by a person. Pure. */
export function goalsOf(text: string, before: Goal[]): Goal[] {
  const lines = [...new Set(text.split('\n').map((line) => line.trim()))].filter(Boolean);
  return lines.map((line) => before.find((goal) => goal.text === line) ?? { text: line, source: 'noted by hand' });
}
