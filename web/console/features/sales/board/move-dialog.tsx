import { useState } from 'react';
import type { Deal, DealStage } from '../../../../../worker/contract/sales/pipeline';
import { Button } from '../../../ui/button';
import { Dialog } from '../../../ui/dialog';
import { dealStages, stageWords } from '../sales-words';

/** Every stage as a list, for whoever does not drag. */
export function MoveDialog({ deal, onClose, onChoose }: { deal: Deal; onClose: () => void; onChoose: (stage: DealStage) => void }) {
  const [stage, setStage] = useState<DealStage>(deal.stage);
  return (
    <Dialog
      title={`Move ${deal.companyName}`}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" disabled={stage === deal.stage} onClick={() => onChoose(stage)}>
            Move
          </Button>
        </>
      }
    >
      <fieldset className="choices">
        <legend className="visually-hidden">Stage</legend>
        {dealStages.map((name) => (
          <label key={name} className="choice">
            <input type="radio" name="stage" checked={name === stage} onChange={() => setStage(name)} />
            <span>
              <strong>{stageWords[name].text}</strong>
              <span className="small muted">{name === deal.stage ? 'Where it is now' : stageWords[name].hint}</span>
            </span>
          </label>
        ))}
      </fieldset>
    </Dialog>
  );
}
