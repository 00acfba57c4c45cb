import { type FormEvent, useId, useState } from 'react';
import type { Campaign } from '../../../../../worker/contract/sales/outreach';
import { useWrite } from '../../../lib/query';
import { useEvent } from '../../../lib/session';
import { Button } from '../../../ui/button';
import { Dialog } from '../../../ui/dialog';
import { TextField } from '../../../ui/field';
import { Problem } from '../../../ui/states';
import { SettingsFields } from './campaign-settings';
import { draftOfSettings, settingsOf, settingsProblems } from './settings-draft';

/** Edits a campaign; what is still to come follows the new settings, what was done stays. */
export function EditCampaign({ campaign, onClose }: { campaign: Campaign; onClose: () => void }) {
  const form = useId();
  const { id: eventId } = useEvent();
  const [name, setName] = useState(campaign.name);
  const [draft, setDraft] = useState(() => draftOfSettings(campaign.settings));
  const save = useWrite('PATCH /events/{eventId}/campaigns/{campaignId}', [
    'GET /events/{eventId}/campaigns/{campaignId}',
    'GET /events/{eventId}/campaigns',
  ]);
  const wrong = name.trim() === '' || Object.keys(settingsProblems(draft)).length > 0;
  const submit = async (submitted: FormEvent) => {
    submitted.preventDefault();
    if (wrong || save.isPending) return;
    const body = { name: name.trim(), settings: settingsOf(draft), version: campaign.version };
    if (await save.mutateAsync({ params: { eventId, campaignId: campaign.id }, body }).catch(() => null)) onClose();
  };
  return (
    <Dialog
      title={`Edit ${campaign.name}`}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={form} look="primary" busy={save.isPending} disabled={wrong}>
            Save
          </Button>
        </>
      }
    >
      <form id={form} className="stack" onSubmit={submit}>
        <TextField label="Name" value={name} maxLength={120} onChange={(event) => setName(event.target.value)} />
        <SettingsFields draft={draft} onChange={setDraft} />
        <p className="small muted">What is still to come follows these; what was sent stays as it was.</p>
        <Problem error={save.error} />
      </form>
    </Dialog>
  );
}
