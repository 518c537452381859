"""The desk: pages where people look, check and correct. What programs ask for is in `elshi.web.api`."""
