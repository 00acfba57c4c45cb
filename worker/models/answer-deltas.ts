const escapes: Record<string, string> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f' };

/**
 * Hands on the text of one string field of a JSON object while the object is still being written, so that a structured
 * reply can be shown as it comes. Only fields of the outermost object count. Pieces may end anywhere, even in an escape.
 */
export function answerDeltas(field: string, onText: (text: string) => void): (piece: string) => void {
  let depth = 0;
  let inString = false;
  let expectsKey = false;
  let key = '';
  let text = '';
  /** What an escape has so far: `\`, or `\u` and some of its digits. */
  let pending = '';

  const addEscape = (sign: string) => {
    pending += sign;
    if (pending.startsWith('\\u') && pending.length < 6) return;
    text += pending.startsWith('\\u') ? String.fromCharCode(Number.parseInt(pending.slice(2), 16)) : (escapes[sign] ?? sign);
    pending = '';
  };
  const inText = (sign: string) => {
    if (pending !== '') addEscape(sign);
    else if (sign === '\\') pending = sign;
    else if (sign === '"') {
      inString = false;
      if (depth === 1 && expectsKey) key = text;
    } else text += sign;
  };
  const between = (sign: string) => {
    if (sign === '"') {
      inString = true;
      text = '';
    } else if (sign === '{' || sign === '[') {
      depth++;
      expectsKey = sign === '{' && depth === 1;
    } else if (sign === '}' || sign === ']') depth--;
    else if (sign === ':' && depth === 1) expectsKey = false;
    else if (sign === ',' && depth === 1) expectsKey = true;
  };

  return (piece) => {
    let ready = '';
    for (const sign of piece) {
      const isField = inString && depth === 1 && !expectsKey && key === field;
      if (inString) inText(sign);
      else between(sign);
      // Half of a surrogate pair waits for the other half.
      if (isField && pending === '' && text !== '' && !/[\ud800-\udbff]$/.test(text)) {
        ready += text;
        text = '';
      }
    }
    if (ready !== '') onText(ready);
  };
}
