"""The annotator: from text to a reading."""
