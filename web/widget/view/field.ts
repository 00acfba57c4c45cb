import type { Texts } from '../texts/en';
import { el, setText } from './dom';

export interface Field {
  element: HTMLElement;
  input: HTMLInputElement;
  value(): string;
  /** Shows what is wrong, if anything; true when nothing is. */
  check(): boolean;
}

export interface FieldOptions {
  id: string;
  label: string;
  hint?: string;
  kind: 'text' | 'email' | 'code';
  maxLength: number;
  autocomplete: string;
}

const emailShape = /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/;

export function field({ id, label, hint, kind, maxLength, autocomplete }: FieldOptions, texts: Texts): Field {
  const error = el('p', { class: 'error', id: `${id}-error` });
  const input = el('input', {
    id,
    name: id,
    type: kind === 'email' ? 'email' : 'text',
    maxlength: maxLength,
    autocomplete,
    autocapitalize: kind === 'text' ? undefined : 'off',
    spellcheck: 'false',
    inputmode: kind === 'code' ? 'numeric' : undefined,
    dir: 'auto',
    'aria-describedby': hint ? `${id}-hint ${id}-error` : `${id}-error`,
    required: true,
  });
  const value = () => input.value.trim();
  return {
    element: el(
      'div',
      { class: 'field' },
      el('label', { for: id }, label),
      input,
      hint ? el('p', { class: 'hint', id: `${id}-hint` }, hint) : null,
      error,
    ),
    input,
    value,
    check: () => {
      const problem = !value() ? texts.required : kind === 'email' && !emailShape.test(value()) ? texts.badEmail : '';
      setText(error, problem);
      input.setAttribute('aria-invalid', String(problem !== ''));
      return problem === '';
    },
  };
}

/** Checks all, puts the focus on the first that is wrong; true when none is. */
export function checkAll(fields: readonly Field[]): boolean {
  const wrong = fields.filter((each) => !each.check());
  wrong[0]?.input.focus();
  return wrong.length === 0;
}
