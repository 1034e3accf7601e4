"""Why a report was read as it was: every sentence, what rests on it, what was considered, the reading behind."""
