-- By what a network can be narrowed, and how much is told of in each year.
SELECT 'tie' AS facet, type AS value, count(*) AS number FROM page_links WHERE kind = 'tie' GROUP BY type
UNION ALL
SELECT 'issue', issue, count(*) FROM (SELECT unnest(issue) AS issue FROM page_links) GROUP BY issue
UNION ALL
SELECT 'year', year(first_day)::VARCHAR AS year, count(*) FROM page_links WHERE first_day IS NOT NULL GROUP BY year
ORDER BY number DESC, value;
