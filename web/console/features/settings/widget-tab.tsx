import { Section } from '../../ui/page';
import { Origins } from './origins';
import { Snippet } from './snippet';

export function WidgetTab() {
  return (
    <>
      <Section title="Snippet" lead="Put this line before the end of the body of every page that shall have the chat.">
        <Snippet />
      </Section>
      <Section title="Allowed sites" lead="Browsers on other sites are refused.">
        <Origins />
      </Section>
    </>
  );
}
