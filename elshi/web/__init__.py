"""What answers over HTTP: the interface for programs under `/api/v1`. The pages of a desk will stand beside it."""
