SELECT name FROM parts;
