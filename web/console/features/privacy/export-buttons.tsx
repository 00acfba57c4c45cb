import { useState } from 'react';
import { download } from '../../lib/client';
import { Button } from '../../ui/button';
import { Problem } from '../../ui/states';

/** Everything that is held of a person as a file: asked for by POST, so that the address stands in no log of addresses. */
export function ExportButtons({ address }: { address: string }) {
  const [busy, setBusy] = useState<'json' | 'csv' | null>(null);
  const [error, setError] = useState<Error | null>(null);
  const take = async (format: 'json' | 'csv') => {
    setBusy(format);
    setError(null);
    try {
      await download('POST /people/export', { query: { format }, body: { address } }, `person.${format}`);
    } catch (failed) {
      setError(failed instanceof Error ? failed : new Error('unknown'));
    } finally {
      setBusy(null);
    }
  };
  return (
    <>
      {(['json', 'csv'] as const).map((format) => (
        <Button key={format} icon="download" busy={busy === format} onClick={() => take(format)}>
          Export {format.toUpperCase()}
        </Button>
      ))}
      <Problem error={error} />
    </>
  );
}
