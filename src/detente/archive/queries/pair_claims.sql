-- Events and ties between two codes in order of time, of what was published up to a day if one is given.
SELECT
    claim AS id,
    kind,
    type,
    mode,
    quad,
    score,
    status,
    background,
    by_one = ($one < $other) AS by_one,
    when_start,
    when_end,
    undated,
    published,
    voice
FROM dyads
WHERE one = least($one, $other)
    AND other = greatest($one, $other)
    AND ($known_on::DATE IS NULL OR published <= $known_on::DATE)
ORDER BY coalesce(when_start, when_end, published), claim;
