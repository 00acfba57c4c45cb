import { useState } from 'react';
import type { Company, CrmContact } from '../../../../../worker/contract/sales/companies';
import { useMay } from '../../../lib/session';
import { usePersonName } from '../../../lib/use-person-name';
import { Badge } from '../../../ui/bits';
import { Button, IconButton } from '../../../ui/button';
import { Section } from '../../../ui/page';
import { OutLink } from '../../../ui/rich-text';
import { suppressionWords } from '../../../ui/words';
import { basisWords, sourceText } from '../sales-words';
import { ContactDialog } from './contact-dialog';

const isReason = (reason: string): reason is keyof typeof suppressionWords => reason in suppressionWords;

interface Props {
  company: Company;
  onMeet: (contact: CrmContact) => void;
}

/** The people of a company: where each came from, and the basis for writing to them. */
export function People({ company, onMeet }: Props) {
  const may = useMay('organizer');
  const nameOf = usePersonName();
  const [editing, setEditing] = useState<CrmContact | 'new' | null>(null);
  return (
    <Section
      title="People"
      actions={
        may && (
          <Button small icon="plus" onClick={() => setEditing('new')}>
            Add a person
          </Button>
        )
      }
    >
      {company.contacts.length === 0 ? (
        <p className="muted">Nobody is known here yet. Without an address nobody can be written to.</p>
      ) : (
        <ul className="people">
          {company.contacts.map((contact) => (
            <li key={contact.id}>
              <div className="row-main">
                <span className="row-title">
                  <strong>{contact.name}</strong>
                  {contact.stopped && (
                    <Badge tone="bad">
                      No mail: {isReason(contact.stopped) ? suppressionWords[contact.stopped].toLowerCase() : contact.stopped}
                    </Badge>
                  )}
                  {contact.owner && <Badge tone="info">With {nameOf(contact.owner)}</Badge>}
                </span>
                <span className="small">{contact.title}</span>
                <span className="small muted">{contact.email || 'No address'}</span>
                <span className="small muted">
                  {basisWords[contact.basis]} · from {sourceText(contact.source)}
                  {contact.linkedinUrl && (
                    <>
                      {' · '}
                      <OutLink href={contact.linkedinUrl}>LinkedIn</OutLink>
                    </>
                  )}
                </span>
              </div>
              {may && (
                <span className="row">
                  {contact.email && !contact.stopped && (
                    <Button small onClick={() => onMeet(contact)}>
                      Offer a meeting
                    </Button>
                  )}
                  <IconButton icon="edit" label={`Edit ${contact.name}`} onClick={() => setEditing(contact)} />
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
      {editing && <ContactDialog companyId={company.id} contact={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />}
    </Section>
  );
}
