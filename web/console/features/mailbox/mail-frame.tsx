import type { MailDetail } from '../../../../worker/contract/work';
import { HtmlFrame } from '../../ui/html-frame';

/** The mail as its reader sees it. */
export const MailFrame = ({ mail }: { mail: MailDetail }) => <HtmlFrame title={`Mail: ${mail.subject}`} html={withImages(mail)} />;

/** Images that travel with the mail (`cid:`) become data addresses; other images stay unloaded. */
function withImages(mail: MailDetail): string {
  let html = mail.html;
  for (const { contentId, contentType, base64 } of mail.attachments) {
    if (contentId && /^image\/(png|jpeg|gif)$/.test(contentType)) {
      html = html.replaceAll(`cid:${contentId}`, `data:${contentType};base64,${base64}`);
    }
  }
  return html;
}
