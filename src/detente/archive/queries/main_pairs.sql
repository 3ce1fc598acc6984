-- The pairs of states that each article tells most of as news, at least twice each.
WITH told AS (
    SELECT c.article, c.id, list_sort(list_distinct(c.countries)) AS who
    FROM claims AS c
    JOIN articles AS a ON a.id = c.article
    WHERE NOT c.background
        AND len(list_distinct(c.countries)) BETWEEN 2 AND 4
        AND a.published IS NOT NULL
        AND ($since::DATE IS NULL OR a.published >= $since::DATE)
        AND ($until::DATE IS NULL OR a.published <= $until::DATE)
),
named AS (
    SELECT article, id, unnest(who) AS state FROM told
),
counted AS (
    SELECT one.article, one.state || '|' || two.state AS pair, count(*) AS number
    FROM named AS one
    JOIN named AS two ON two.id = one.id AND one.state < two.state
    WHERE $between::VARCHAR[] IS NULL
        OR (list_contains($between::VARCHAR[], one.state) AND list_contains($between::VARCHAR[], two.state))
    GROUP BY one.article, one.state, two.state
),
most AS (
    FROM counted
    WHERE number >= 2
    QUALIFY row_number() OVER (PARTITION BY article ORDER BY number DESC, pair) <= 3
)
SELECT most.article, most.pair, a.outlet, a.agency, a.published
FROM most
JOIN articles AS a ON a.id = most.article
ORDER BY most.pair, a.published, most.article;
