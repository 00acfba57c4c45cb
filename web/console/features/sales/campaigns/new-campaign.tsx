import { type FormEvent, useId, useState } from 'react';
import { useLocation } from 'wouter';
import { formatCount } from '../../../lib/format';
import { useWrite } from '../../../lib/query';
import { useEvent, useEventPath } from '../../../lib/session';
import { Notice } from '../../../ui/bits';
import { Button } from '../../../ui/button';
import { Dialog } from '../../../ui/dialog';
import { TextField } from '../../../ui/field';
import { Problem } from '../../../ui/states';
import { SettingsFields } from './campaign-settings';
import { settingsOf, settingsProblems, usualSettings } from './settings-draft';

interface Props {
  /** Companies that are taken whatever their rank. */
  include?: { companyId: string; name: string }[];
  onClose: () => void;
}

/** Plans a campaign; nothing happens until it is started on its page. */
export function NewCampaign({ include = [], onClose }: Props) {
  const form = useId();
  const event = useEvent();
  const path = useEventPath();
  const [, go] = useLocation();
  const [name, setName] = useState('');
  const [draft, setDraft] = useState(() =>
    include.length > 0
      ? { ...usualSettings, prospects: String(include.length), best: String(Math.min(include.length, 100)) }
      : usualSettings,
  );
  const plan = useWrite('POST /events/{eventId}/campaigns', ['GET /events/{eventId}/campaigns']);
  const wrong = name.trim() === '' || Object.keys(settingsProblems(draft)).length > 0;
  const submit = async (submitted: FormEvent) => {
    submitted.preventDefault();
    if (wrong || plan.isPending) return;
    const settings = { ...settingsOf(draft), include: include.map(({ companyId }) => companyId) };
    const made = await plan.mutateAsync({ params: { eventId: event.id }, body: { name: name.trim(), settings } }).catch(() => null);
    if (made) go(path(`/sales/campaigns/${made.id}`));
  };
  return (
    <Dialog
      title="Plan a campaign"
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={form} look="primary" busy={plan.isPending} disabled={wrong}>
            Plan it
          </Button>
        </>
      }
    >
      <form id={form} className="stack" onSubmit={submit}>
        {include.length > 0 && (
          <Notice>
            With {formatCount(include.length, 'company', 'companies')} that you chose:{' '}
            {include
              .slice(0, 5)
              .map((one) => one.name)
              .join(', ')}
            {include.length > 5 && ' and others'}.
          </Notice>
        )}
        <TextField
          label="Name"
          value={name}
          maxLength={120}
          placeholder={`Sponsors of ${event.name}`}
          autoFocus
          onChange={(change) => setName(change.target.value)}
        />
        <SettingsFields draft={draft} onChange={setDraft} />
        <Problem error={plan.error} />
      </form>
    </Dialog>
  );
}
