import { useEventPath } from '../../lib/session';
import { Page } from '../../ui/page';
import { QuestionTest } from './question-test';

export function TestPage() {
  const path = useEventPath();
  return (
    <Page title="Test a question" lead="Nothing is sent and no conversation is made." back={{ to: path('/knowledge'), label: 'Knowledge' }}>
      <QuestionTest />
    </Page>
  );
}
