import { formatCount, formatDateTime } from '../../lib/format';
import { useWrite } from '../../lib/query';
import { useEvent, useMay } from '../../lib/session';
import { Button } from '../../ui/button';
import { Section } from '../../ui/page';
import { Problem } from '../../ui/states';

const steps: [string, string][] = [
  ['PT1H', 'One hour'],
  ['P1D', 'One day'],
  ['P7D', 'One week'],
];

/** A rehearsal's time moves only when somebody moves it; whatever falls due runs, in order. */
export function Clock() {
  const event = useEvent();
  const may = useMay('organizer');
  const advance = useWrite('POST /events/{eventId}/clock', [
    'GET /events/{eventId}',
    'GET /events/{eventId}/today',
    'GET /events/{eventId}/activities',
  ]);
  return (
    <Section title="Virtual clock" lead={`It is ${formatDateTime(event.now, event.timeZone)} at this event.`}>
      {may && (
        <div className="row">
          {steps.map(([duration, text]) => (
            <Button
              key={duration}
              icon="clock"
              busy={advance.isPending}
              onClick={() => advance.mutate({ params: { eventId: event.id }, body: { advance: duration } })}
            >
              {text} on
            </Button>
          ))}
        </div>
      )}
      <p role="status" className="small muted">
        {advance.data && `${formatCount(advance.data.ran, 'scheduled job')} ran.`}
      </p>
      <Problem error={advance.error} />
    </Section>
  );
}
