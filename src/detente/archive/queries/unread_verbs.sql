-- Verbs that no rule knew, the most frequent first.
WITH met AS (
    SELECT unnest(verbs) AS verb, text, article, position FROM unread
),
counted AS (
    SELECT
        verb,
        count(*) AS number,
        arg_min(text, (text = '', article, position)) AS example
    FROM met
    GROUP BY verb
)
SELECT verb, number, example
FROM counted
QUALIFY $limit::BIGINT IS NULL OR row_number() OVER (ORDER BY number DESC, verb) <= $limit::BIGINT
ORDER BY number DESC, verb;
