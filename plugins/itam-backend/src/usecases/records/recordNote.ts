import {
  englishText,
  RECORD_NOTES,
  type BreachOf,
  type PolicyBreach,
  type RecordDetail,
} from '@backstage-itam/plugin-itam-common';

type Finding = RecordDetail['findings'][number];
type Notes = typeof RECORD_NOTES;

/** What a record says of itself, with what other languages need to say it. */
export function recordNote<Rule extends keyof Notes>(
  rule: Rule,
  severity: Finding['severity'],
  note: BreachOf<Notes[Rule]>,
): Finding {
  const { variant, values = {} }: PolicyBreach = note;
  return {
    rule,
    message: englishText(RECORD_NOTES[rule], variant, values),
    variant,
    values,
    severity,
  };
}
