import type { Calibration } from '../../../../../worker/contract/sales/pipeline';
import { formatCount, formatNumber, formatPercent } from '../../../lib/format';
import { useRead } from '../../../lib/query';
import { useEvent } from '../../../lib/session';
import { Notice } from '../../../ui/bits';
import { Section } from '../../../ui/page';
import { States } from '../../../ui/states';

/** How often deals of a given chance were signed, and what the scores stand on. */
export function ScoresTab() {
  const { id: eventId } = useEvent();
  const query = useRead('GET /events/{eventId}/sales/calibration', { params: { eventId } });
  return (
    <States query={query}>
      {(data) => (
        <>
          {data.outcomes === 0 ? (
            <Notice>
              No deal has ended yet. Until some have, chances rest on general experience alone; every deal that is signed or lost moves them
              towards yours.
            </Notice>
          ) : (
            <Reliability calibration={data} />
          )}
          <Weights calibration={data} />
        </>
      )}
    </States>
  );
}

const size = 240;
const pad = 32;
const x = (share: number) => pad + share * (size - pad - 8);
const y = (share: number) => size - pad - share * (size - pad - 8);

function Reliability({ calibration: { bins, outcomes, signed, brier } }: { calibration: Calibration }) {
  const filled = bins.filter(({ deals }) => deals > 0);
  const most = Math.max(...filled.map(({ deals }) => deals), 1);
  return (
    <Section
      title="Foretold and signed"
      lead={`Of ${formatCount(outcomes, 'deal')} that ended, ${formatNumber(signed)} were signed. On the line, the scores are right.${brier === null ? '' : ` Brier score ${formatNumber(brier, 3)}; 0 is perfect.`}`}
    >
      <div className="reliability">
        <svg viewBox={`0 0 ${size} ${size}`} role="img" aria-label="Reliability curve; the table says the same">
          <path className="chart-axis" d={`M${x(0)} ${y(1)}V${y(0)}H${x(1)}`} />
          <path className="chart-ideal" d={`M${x(0)} ${y(0)}L${x(1)} ${y(1)}`} />
          <path
            className="chart-line"
            d={filled.map(({ predicted, observed }, index) => `${index ? 'L' : 'M'}${x(predicted)} ${y(observed)}`).join('')}
          />
          {filled.map((bin) => (
            <circle
              key={bin.from}
              className="chart-dot"
              cx={x(bin.predicted)}
              cy={y(bin.observed)}
              r={3 + 6 * Math.sqrt(bin.deals / most)}
            />
          ))}
          <text x={x(0.5)} y={size - 8} textAnchor="middle">
            Foretold
          </text>
          <text x={12} y={y(0.5)} textAnchor="middle" transform={`rotate(-90 12 ${y(0.5)})`}>
            Signed
          </text>
        </svg>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">Chance</th>
              <th scope="col" className="number">
                Deals
              </th>
              <th scope="col" className="number">
                Foretold
              </th>
              <th scope="col" className="number">
                Signed
              </th>
            </tr>
          </thead>
          <tbody>
            {bins.map((bin) => (
              <tr key={bin.from}>
                <th scope="row">
                  {formatPercent(bin.from)}–{formatPercent(bin.to)}
                </th>
                <td className="number">{formatNumber(bin.deals)}</td>
                <td className="number">{bin.deals > 0 ? formatPercent(bin.predicted) : '–'}</td>
                <td className="number">{bin.deals > 0 ? formatPercent(bin.observed) : '–'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  );
}

function Weights({ calibration: { weights } }: { calibration: Calibration }) {
  if (weights.length === 0) return null;
  return (
    <Section title="What counts how much" lead="Where each weight starts from, and where your own outcomes moved it.">
      <table className="table">
        <thead>
          <tr>
            <th scope="col">What</th>
            <th scope="col" className="number">
              From
            </th>
            <th scope="col" className="number">
              Now
            </th>
          </tr>
        </thead>
        <tbody>
          {weights.map((weight) => (
            <tr key={weight.feature}>
              <th scope="row">{weight.label}</th>
              <td className="number">{formatNumber(weight.prior, 2)}</td>
              <td className="number">{formatNumber(weight.fitted, 2)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}
