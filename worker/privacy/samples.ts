/** Empties the samples in the mappings of imports. ?1 is the organization; a narrower condition may follow. */
export const samplesStatement = `UPDATE imports SET mapping = json_set(mapping, '$.columns',
    (SELECT json_group_array(json_set(c.value, '$.samples', json('[]'))) FROM json_each(mapping, '$.columns') c))
  WHERE organization_id = ?1 AND json_type(mapping, '$.columns') = 'array'
    AND EXISTS (SELECT 1 FROM json_each(mapping, '$.columns') c WHERE json_array_length(c.value, '$.samples') > 0)`;
