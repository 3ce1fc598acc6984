SELECT kind, count(*) AS number FROM claims GROUP BY kind ORDER BY number DESC, kind;
