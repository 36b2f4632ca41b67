import { useTranslation } from 'react-i18next';

const kinds = ['clot', 'neutrophils', 'macrophages', 'fibroblasts', 'fibres'] as const;

/** What the marks in the skin mean, each drawn as it stands there. */
export const Marks = () => {
  const { t } = useTranslation('decide');
  return (
    <ul className="mark-key">
      {kinds.map((kind) => (
        <li key={kind}>
          <svg width="16" height="12" viewBox="0 0 16 12" aria-hidden="true">
            {kind === 'clot' && <rect className="channel-clot whole" x="4" width="8" height="12" rx="3" />}
            {kind === 'fibres' && <path className="channel-fibres" d="M1 4q5 -3 10 0M5 9q5 -3 10 0" />}
            {kind !== 'clot' && kind !== 'fibres' && (
              <path className={`channel-cells ${kind}`} d="M4 4h0M11 3h0M8 9h0" />
            )}
          </svg>
          {t(`how.mark.${kind}`)}
        </li>
      ))}
    </ul>
  );
};
