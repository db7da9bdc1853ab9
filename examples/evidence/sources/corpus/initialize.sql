-- corpus.duckdb holds relative paths; where they start from. Name your corpus here, as an absolute path.
SET file_search_path = '/path/to/corpus';
