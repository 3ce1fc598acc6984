-- How much was published on each day: what a count of reports must be measured against.
SELECT published AS day, count(*) AS articles
FROM articles
WHERE published IS NOT NULL
GROUP BY published
ORDER BY published;
