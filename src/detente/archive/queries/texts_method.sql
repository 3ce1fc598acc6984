SELECT DISTINCT method FROM compared_texts;
