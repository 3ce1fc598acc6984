-- How many claims there are of each type.
SELECT kind, type, count(*) AS claims FROM page_claims GROUP BY ALL ORDER BY claims DESC, kind, type;
