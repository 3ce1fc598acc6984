INSERT INTO parts SELECT unnest($names::VARCHAR[]);
