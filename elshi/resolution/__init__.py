"""Resolution: who and what is meant, and which reports tell of one engagement."""
