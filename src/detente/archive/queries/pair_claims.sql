-- Events and ties between two actors, each by any of its codes (of a state also those of the states that it followed), in order of time, of what was published up to a day if one is given.
SELECT
    claim AS id,
    kind,
    type,
    mode,
    quad,
    score,
    status,
    background,
    by_one = list_contains($one, one) AS by_one,
    when_start,
    when_end,
    undated,
    published,
    voice
FROM dyads
WHERE (
        (list_contains($one, one) AND list_contains($other, other))
        OR (list_contains($other, one) AND list_contains($one, other))
    )
    AND ($known_on::DATE IS NULL OR published <= $known_on::DATE)
ORDER BY coalesce(when_start, when_end, published), claim;
