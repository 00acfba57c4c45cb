import { useEvent } from '../../lib/session';
import { CodeBlock } from '../../ui/bits';
import { OutLink } from '../../ui/rich-text';

/** The one line that puts the chat on a site. */
export function Snippet() {
  const { id } = useEvent();
  return (
    <div className="stack">
      <CodeBlock label="Widget snippet" text={`<script src="${location.origin}/widget.js" data-event="${id}" async></script>`} />
      <p className="small">
        <OutLink href={`${location.origin}/widget-demo?event=${encodeURIComponent(id)}`}>Try it on the demo page</OutLink>
      </p>
    </div>
  );
}
