import { createContext, type ReactNode, useCallback, useContext, useRef, useState } from 'react';
import { Icon } from './icon';

/** What can still be done about what the toast says. It closes the toast when that time is over. */
type Action = (close: () => void) => ReactNode;
type Show = (text: string, action?: Action) => void;

interface Toast {
  id: number;
  text: string;
  action: Action | undefined;
}

const ToastContext = createContext<Show>(() => undefined);
const shownForMs = 6000;

/** Short confirmations, read out politely. One with an action stays until the action closes it. */
export function Toasts({ children }: { children: ReactNode }) {
  const [toasts, setToasts] = useState<Toast[]>([]);
  const next = useRef(0);
  const close = useCallback((id: number) => setToasts((old) => old.filter((toast) => toast.id !== id)), []);
  const show = useCallback<Show>(
    (text, action) => {
      const id = next.current++;
      setToasts((old) => [...old.slice(-2), { id, text, action }]);
      if (!action) setTimeout(() => close(id), shownForMs);
    },
    [close],
  );
  return (
    <ToastContext value={show}>
      {children}
      <div className="toasts" role="status" aria-live="polite">
        {toasts.map((toast) => (
          <div key={toast.id} className="toast">
            <Icon name="check" size={16} />
            <span>{toast.text}</span>
            {toast.action?.(() => close(toast.id))}
          </div>
        ))}
      </div>
    </ToastContext>
  );
}

export const useToast = () => useContext(ToastContext);
