SELECT count(*) FROM chosen;
