import { useEffect, useRef, useState } from 'react';

const storageKey = 'eventos.shortcuts';

/** Single-key shortcuts of a page; silent while somebody types, a dialog is open, or they are switched off on this device. */
export function useShortcuts(keys: Record<string, () => void>): { enabled: boolean; setEnabled: (enabled: boolean) => void } {
  const [enabled, setState] = useState(() => localStorage.getItem(storageKey) !== 'off');
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    if (!enabled) return;
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || document.querySelector('dialog[open]')) return;
      const act = latest.current[event.key];
      if (!act) return;
      event.preventDefault();
      act();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [enabled]);
  const setEnabled = (value: boolean) => {
    localStorage.setItem(storageKey, value ? 'on' : 'off');
    setState(value);
  };
  return { enabled, setEnabled };
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  const typing = target instanceof HTMLInputElement && target.type !== 'checkbox' && target.type !== 'radio';
  return typing || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement || target.isContentEditable;
}
