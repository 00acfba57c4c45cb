import type { Language } from './settings';

export const launcherTexts: Record<Language, { region: string; open: string; unread: string; failed: string }> = {
  en: { region: 'Chat', open: 'Ask a question', unread: 'new messages', failed: 'Not loaded. Try again' },
  de: { region: 'Chat', open: 'Frage stellen', unread: 'neue Nachrichten', failed: 'Nicht geladen. Nochmals versuchen' },
  fr: { region: 'Discussion', open: 'Poser une question', unread: 'nouveaux messages', failed: 'Non chargé. Réessayer' },
  es: { region: 'Chat', open: 'Hacer una pregunta', unread: 'mensajes nuevos', failed: 'No se ha cargado. Reintentar' },
  pt: { region: 'Chat', open: 'Fazer uma pergunta', unread: 'novas mensagens', failed: 'Não carregou. Tentar de novo' },
};
